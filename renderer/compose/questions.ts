import { useState } from 'react';

/** What must be known of a file before its pages can be added, or of a fax before it is sent. */
export type Question =
  | { readonly kind: 'password'; readonly name: string; readonly wrong: boolean }
  | { readonly kind: 'pages'; readonly name: string; readonly pageCount: number }
  | { readonly kind: 'folder'; readonly name: string; readonly count: number }
  /** `recipients` had the very same document within a day; `others` is how many had not. */
  | { readonly kind: 'sentBefore'; readonly recipients: readonly string[]; readonly others: number };

/** Asks the user, who may answer with `null`: never mind. */
export interface Questions {
  askPassword(name: string, wrong: boolean): Promise<string | null>;
  askPages(name: string, pageCount: number): Promise<readonly number[] | null>;
  /** Whether the documents in a folder are wanted. */
  askFolder(name: string, count: number): Promise<boolean>;
  /** Whether recipients that had the document within a day get it again. */
  askSentBefore(recipients: readonly string[], others: number): Promise<'all' | 'others' | null>;
}

/** A question that waits for its answer. */
export type Asked =
  | { readonly question: Question & { kind: 'password' }; readonly answer: (password: string | null) => void }
  | { readonly question: Question & { kind: 'pages' }; readonly answer: (pages: readonly number[] | null) => void }
  | { readonly question: Question & { kind: 'folder' }; readonly answer: (wanted: boolean) => void }
  | {
      readonly question: Question & { kind: 'sentBefore' };
      readonly answer: (to: 'all' | 'others' | null) => void;
    };

/** The question on screen, one at a time. */
export function useQuestions(): { readonly asked: Asked | null; readonly questions: Questions } {
  const [waiting, setWaiting] = useState<readonly Asked[]>([]);
  const [questions] = useState<Questions>(() => {
    const put = (asked: Asked): void => setWaiting((before) => [...before, asked]);
    const answered = <T>(resolve: (value: T) => void) => {
      return (value: T): void => {
        setWaiting(([, ...rest]) => rest);
        resolve(value);
      };
    };
    return {
      askPassword: (name, wrong) =>
        new Promise((resolve) => put({ question: { kind: 'password', name, wrong }, answer: answered(resolve) })),
      askPages: (name, pageCount) =>
        new Promise((resolve) => put({ question: { kind: 'pages', name, pageCount }, answer: answered(resolve) })),
      askFolder: (name, count) =>
        new Promise((resolve) => put({ question: { kind: 'folder', name, count }, answer: answered(resolve) })),
      askSentBefore: (recipients, others) =>
        new Promise((resolve) =>
          put({ question: { kind: 'sentBefore', recipients, others }, answer: answered(resolve) }),
        ),
    };
  });
  return { asked: waiting[0] ?? null, questions };
}

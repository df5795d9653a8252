import { describe, expect, it } from 'vitest';
import type { CallName } from '../../app/contract';
import { fail, ok } from '../../app/result';
import { createClient } from '../bridge';
import { addFiles, type AddingPorts } from './add-files';
import type { Incoming } from './incoming';
import type { Questions } from './questions';
import { changeCompose, type Compose, emptyCompose } from './state';

const known = (token: string, isFolder = false) => ({ token, name: token, size: 1, isFolder });

const folders: Readonly<Record<string, unknown>> = { pictures: [known('x'), known('y')] };

/** Main's side: it knows the folders. */
const transport = {
  invoke: (name: CallName, input: unknown): Promise<unknown> => {
    const { token } = input as { token: string };
    if (name === 'files.inFolder') return Promise.resolve(ok(folders[token] ?? []));
    return Promise.resolve(ok(null));
  },
  pass: () => undefined,
  on: () => () => undefined,
};

const opened = (token: string): Incoming => ({ kind: 'opened', file: { token, name: token, size: 1 } });
const given = (name: string, isFolder = false): Incoming => ({ kind: 'file', file: new File(['x'], name), isFolder });

const neverMind = (): Promise<null> => Promise.resolve(null);

/** A press for which a file has as many pages as its name says, that finds no `gone`, breaks on `broken` and wants the password `gizli` for `locked`. */
async function add(
  incoming: Incoming[],
  until?: Promise<void>,
  answers: Partial<Questions> = {},
  foreseen: string[] = [],
): Promise<Compose> {
  let state = emptyCompose;
  const ports: AddingPorts = {
    client: createClient(transport),
    openPress: () =>
      Promise.resolve({
        read: () => Promise.resolve(ok(new Uint8Array())),
        inspect: ({ name, password }) => {
          if (name === 'gone') return Promise.resolve(fail({ kind: 'fileNotFound', name }));
          if (name === 'broken') return Promise.reject(new Error('no worker'));
          if (name === 'locked' && password === undefined)
            return Promise.resolve(fail({ kind: 'passwordNeeded', name }));
          if (name === 'locked' && password !== 'gizli') return Promise.resolve(fail({ kind: 'passwordWrong', name }));
          return Promise.resolve(ok({ pageCount: Number(name) || 1, isDrawing: false }));
        },
      }),
    questions: {
      askPassword: neverMind,
      askPages: neverMind,
      askFolder: () => Promise.resolve(false),
      askSentBefore: neverMind,
      ...answers,
    },
    dispatch: (action) => (state = changeCompose(state, action)),
    foresee: ({ source }) => foreseen.push(`${source.name} beside ${state.pages.now.length}`),
    until,
  };
  await addFiles(incoming, ports);
  return state;
}

const names = ({ pages }: Compose): string[] =>
  pages.now.map(({ source, sourcePage }) => `${source.name}/${sourcePage}`);

describe('files added to the fax', () => {
  it('become pages in the order given, every page of a file', async () => {
    const state = await add([given('a'), opened('2'), given('b')]);
    expect(names(state)).toEqual(['a/1', '2/1', '2/2', 'b/1']);
    expect(state.reading).toBe(0);
    expect(names(changeCompose(state, { kind: 'undone' }))).toEqual([]);
  });

  it('have the first page’s picture begun before the list knows of it', async () => {
    const foreseen: string[] = [];
    await add([opened('2'), given('a')], undefined, {}, foreseen);
    expect(foreseen).toEqual(['2 beside 0']);
  });

  it('that fail leave a notice each, and the other pages stay', async () => {
    const state = await add([opened('gone'), given('folder', true), given('broken'), given('a')]);
    expect(names(state)).toEqual(['a/1']);
    expect(state.notices.map(({ failure }) => failure.kind)).toEqual([
      'fileNotFound',
      'fileIsFolder',
      'fileUnreadable',
    ]);
  });

  it('lie in a folder and come in its place, if the user wants them', async () => {
    const folder: Incoming = { kind: 'opened', file: known('pictures', true) };
    const asked: [string, number][] = [];
    const wanted = await add([given('a'), folder, given('b')], undefined, {
      askFolder(name, count) {
        asked.push([name, count]);
        return Promise.resolve(true);
      },
    });
    expect(names(wanted)).toEqual(['a/1', 'x/1', 'y/1', 'b/1']);
    expect(wanted.reading).toBe(0);
    expect(asked).toEqual([['pictures', 2]]);
    const agreed = await add([{ ...folder, isAgreed: true }]);
    expect(names(agreed)).toEqual(['x/1', 'y/1']);
    const unwanted = await add([given('a'), folder]);
    expect(names(unwanted)).toEqual(['a/1']);
    expect(unwanted.reading).toBe(0);
    expect(unwanted.notices).toEqual([]);
  });

  it('that are locked ask for their password until it is right, and keep it with the source', async () => {
    const typed = ['yanlış', 'gizli'];
    const asked: boolean[] = [];
    const askPassword: Questions['askPassword'] = (_name, wrong) => {
      asked.push(wrong);
      return Promise.resolve(typed.shift() ?? null);
    };
    const state = await add([given('locked')], undefined, { askPassword });
    expect(asked).toEqual([false, true]);
    expect(state.pages.now.map(({ source }) => source.password)).toEqual(['gizli']);
    expect((await add([given('locked')])).notices.map(({ failure }) => failure.kind)).toEqual(['passwordNeeded']);
  });

  it('of many pages ask which', async () => {
    const askPages: Questions['askPages'] = () => Promise.resolve([3, 1]);
    expect(names(await add([given('21')], undefined, { askPages }))).toEqual(['21/3', '21/1']);
    expect(names(await add([given('21')]))).toEqual([]);
    expect(names(await add([given('20')]))).toHaveLength(20);
  });
});

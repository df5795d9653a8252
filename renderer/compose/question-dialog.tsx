import { type SubmitEvent, useId, useState } from 'react';
import { assertNever } from '../../app/assert-never';
import { failureSentence } from '../../app/i18n/translate';
import { readPageRange } from '../../app/source/page-range';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field, TextInput } from '../ui/field';
import type { Asked } from './questions';
import { SentBeforeDialog } from './sent-before-dialog';

/** Asks what must be known of a file before its pages can be added, or of a fax before it is sent. */
export function QuestionDialog({ asked }: { asked: Asked }) {
  switch (asked.question.kind) {
    case 'password':
      return <PasswordDialog asked={asked as Extract<Asked, { question: { kind: 'password' } }>} />;
    case 'pages':
      return <PagesDialog asked={asked as Extract<Asked, { question: { kind: 'pages' } }>} />;
    case 'folder':
      return <FolderDialog asked={asked as Extract<Asked, { question: { kind: 'folder' } }>} />;
    case 'sentBefore':
      return <SentBeforeDialog asked={asked as Extract<Asked, { question: { kind: 'sentBefore' } }>} />;
    default:
      return assertNever(asked.question);
  }
}

function FolderDialog({ asked: { question, answer } }: { asked: Extract<Asked, { question: { kind: 'folder' } }> }) {
  const { t } = useTexts();
  const { name, count } = question;
  const actions = (
    <>
      <Button onClick={() => answer(false)}>{t('ui.common.cancel')}</Button>
      <Button look="primary" onClick={() => answer(true)}>
        {t('ui.questions.addAll')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('ui.questions.folderTitle')} onClose={() => answer(false)} actions={actions}>
      <p>{count === 1 ? t('ui.questions.folderOne', { name }) : t('ui.questions.folderText', { name, n: count })}</p>
    </Dialog>
  );
}

/** The text of the form's only field. */
function textOf(event: SubmitEvent<HTMLFormElement>): string {
  event.preventDefault();
  const field = event.currentTarget.elements.namedItem('answer');
  return field instanceof HTMLInputElement ? field.value : '';
}

interface ActionsProps {
  form: string;
  confirm: string;
  onCancel: () => void;
}

function Actions({ form, confirm, onCancel }: ActionsProps) {
  const { t } = useTexts();
  return (
    <>
      <Button onClick={onCancel}>{t('ui.common.cancel')}</Button>
      <Button look="primary" type="submit" form={form}>
        {confirm}
      </Button>
    </>
  );
}

/** The password stays in its field until it is used: never in React's state. */
function PasswordDialog({
  asked: { question, answer },
}: {
  asked: Extract<Asked, { question: { kind: 'password' } }>;
}) {
  const { t } = useTexts();
  const form = useId();
  const cancel = (): void => answer(null);
  const { name, wrong } = question;
  return (
    <Dialog
      title={t('ui.questions.passwordTitle')}
      onClose={cancel}
      actions={<Actions form={form} confirm={t('ui.questions.open')} onCancel={cancel} />}
    >
      <form id={form} noValidate onSubmit={(event) => answer(textOf(event))}>
        <p>{t('ui.questions.passwordText', { name })}</p>
        <Field
          label={t('ui.questions.password')}
          error={wrong ? failureSentence(t, { kind: 'passwordWrong', name }) : null}
        >
          {(ids) => <TextInput {...ids} type="password" name="answer" autoFocus />}
        </Field>
      </form>
    </Dialog>
  );
}

function PagesDialog({ asked: { question, answer } }: { asked: Extract<Asked, { question: { kind: 'pages' } }> }) {
  const { t } = useTexts();
  const form = useId();
  const [refused, setRefused] = useState(false);
  const { name, pageCount } = question;
  const cancel = (): void => answer(null);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    const pages = readPageRange(textOf(event), pageCount);
    if (pages === null) setRefused(true);
    else answer(pages);
  };
  return (
    <Dialog
      title={t('ui.questions.pagesTitle')}
      onClose={cancel}
      actions={<Actions form={form} confirm={t('ui.questions.add')} onCancel={cancel} />}
    >
      <form id={form} noValidate onSubmit={submit}>
        <p>{t('ui.questions.pagesText', { name, n: pageCount })}</p>
        <Field
          label={t('ui.questions.pages')}
          hint={t('ui.questions.pagesHint')}
          error={refused ? t('ui.questions.pagesWrong', { n: pageCount }) : null}
        >
          {(ids) => <TextInput {...ids} name="answer" defaultValue={`1-${String(pageCount)}`} autoFocus />}
        </Field>
      </form>
    </Dialog>
  );
}

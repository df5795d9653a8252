import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { missingFailures } from './missing';
import { RecipientChips } from './recipient-chips';
import { RecipientHints } from './recipient-hints';
import { RecipientsFile } from './recipients-file';
import styles from './recipients-field.module.css';
import { readRecipients } from './recipients';
import { Rejections } from './rejections';
import { fieldIds } from './fields';
import { type ComposeModel, useCompose } from './use-compose';
import { loadPhone } from './use-phone';

/** The numbers the fax goes to: typed one by one, or a whole list pasted. */
export function RecipientsField() {
  const { t, formats } = useTexts();
  const compose = useCompose();
  const { recipients, rejected } = compose.state;
  const missing = missingFailures(compose).recipients;
  const error =
    rejected.length > 0 ? (
      <Rejections rejected={rejected} recipientCount={recipients.length} />
    ) : (
      missing && failureSentence(t, missing)
    );
  const aside = (
    <span className={styles.aside}>
      <RecipientsFile />
    </span>
  );
  return (
    <Field
      id={fieldIds.recipients}
      label={t('ui.compose.recipients')}
      error={error}
      hint={<RecipientHints />}
      aside={aside}
    >
      {(ids) => (
        <>
          <Box compose={compose} ids={ids} invalid={Boolean(error)} />
          {recipients.length > 1 && (
            <span className={styles.count}>
              <span>{formats.recipients(recipients.length)}</span>
              <Button look="quiet" onClick={() => compose.dispatch({ kind: 'recipientsCleared' })}>
                {t('ui.compose.clearRecipients')}
              </Button>
            </span>
          )}
        </>
      )}
    </Field>
  );
}

function Box({ compose, ids, invalid }: { compose: ComposeModel; ids: object; invalid: boolean }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const { state, dispatch } = compose;
  return (
    <div className={styles.box} data-invalid={invalid || undefined} onClick={() => input.current?.focus()}>
      <RecipientChips onLeave={() => input.current?.focus()} />
      <input
        {...ids}
        ref={input}
        className={styles.input}
        value={state.typed}
        inputMode="tel"
        autoComplete="off"
        spellCheck={false}
        placeholder={state.recipients.length === 0 ? t('ui.compose.recipientsPlaceholder') : ''}
        onChange={({ target }) => dispatch({ kind: 'typed', text: target.value })}
        onKeyDown={(event) => onKey(event, compose)}
        onPaste={(event) => onPaste(event, compose)}
        onBlur={() => void read(state.typed, compose)}
      />
    </div>
  );
}

function onKey(event: KeyboardEvent<HTMLInputElement>, compose: ComposeModel): void {
  const { value } = event.currentTarget;
  if (['Enter', ',', ';'].includes(event.key) && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    void read(value, compose);
  } else if (event.key === 'Backspace' && value === '') {
    const chips = event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[data-remove]');
    chips?.item(chips.length - 1).focus();
  }
}

/** A pasted list is read at once; one number is, too, if nothing was typed before it. */
function onPaste(event: ClipboardEvent<HTMLInputElement>, compose: ComposeModel): void {
  const text = event.clipboardData.getData('text/plain');
  if (text.trim() === '' || compose.state.typed !== '') return;
  event.preventDefault();
  event.stopPropagation();
  void read(text, compose);
}

async function read(text: string, { state, dispatch }: ComposeModel): Promise<void> {
  if (text.trim() === '') return;
  dispatch({ kind: 'recipientsRead', read: readRecipients(text, state.recipients, await loadPhone()) });
}

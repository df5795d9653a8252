import { type SubmitEvent, useRef, useState } from 'react';
import type { Failure } from '../../app/failure';
import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { useKnown, useServices } from '../services';
import { Button } from '../ui/button';
import { Field, TextInput } from '../ui/field';
import { KeyIcon } from '../ui/icons';
import { Notice } from '../ui/notice';
import styles from './settings.module.css';

interface KeyFormProps {
  keychainAvailable: boolean;
  onSaved: () => void;
}

/**
 * Takes the API key. It goes from the field straight to main and the field is emptied at once: the key is never in
 * React's state, nor anywhere else in this process once it is sent.
 */
export function KeyForm({ keychainAvailable, onSaved }: KeyFormProps) {
  const { t } = useTexts();
  const { busy, failure, submit } = useKeySubmission(keychainAvailable, onSaved);
  return (
    <form className={styles.keyForm} onSubmit={submit} noValidate>
      {!keychainAvailable && <Notice tone="warn">{t('ui.key.noKeychain')}</Notice>}
      <Field label={t('ui.key.label')} hint={t('ui.key.where')} error={failure && failureSentence(t, failure)}>
        {(ids) => <TextInput {...ids} type="password" name="key" placeholder="K…" readOnly={busy} required />}
      </Field>
      <Button look="primary" type="submit" icon={KeyIcon} busy={busy} disabled={busy}>
        {busy ? t('ui.key.checking') : t(keychainAvailable ? 'ui.key.save' : 'ui.key.saveForSession')}
      </Button>
    </form>
  );
}

function useKeySubmission(keychainAvailable: boolean, onSaved: () => void) {
  const { client } = useServices();
  const { setKeyStatus } = useKnown();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underWay = useRef(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('key');
    if (!(field instanceof HTMLInputElement) || underWay.current) return;
    if (field.value.trim() === '') {
      setFailure({ kind: 'keyMissing' });
      return;
    }
    underWay.current = true;
    setBusy(true);
    const answer = client.call('key.set', {
      key: field.value.trim(),
      keep: keychainAvailable ? 'keychain' : 'session',
    });
    field.value = '';
    void answer
      .then((result) => {
        if (!result.ok) {
          setFailure(result.failure);
          return;
        }
        setKeyStatus(result.value);
        onSaved();
      })
      .finally(() => {
        underWay.current = false;
        setBusy(false);
      });
  };
  return { busy, failure, submit };
}

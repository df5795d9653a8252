import { type SubmitEvent, useId, useState } from 'react';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field, TextInput } from '../ui/field';
import { fieldMoment, readMoment, tomorrowMorning } from './when';

interface SendAtDialogProps {
  onClose: () => void;
  onMoment: (at: number) => void;
}

/** Asks for the moment to send at. */
export function SendAtDialog({ onClose, onMoment }: SendAtDialogProps) {
  const { t } = useTexts();
  const form = useId();
  const [openedAt] = useState(() => Date.now());
  const [refused, setRefused] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('moment');
    const at = field instanceof HTMLInputElement ? readMoment(field.value, Date.now()) : null;
    if (at === null) setRefused(true);
    else onMoment(at);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
      <Button look="primary" type="submit" form={form}>
        {t('sending.atConfirm')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('sending.atTitle')} onClose={onClose} actions={actions}>
      <form id={form} noValidate onSubmit={submit}>
        <Field label={t('sending.atLabel')} hint={t('sending.atHint')} error={refused ? t('sending.atWrong') : null}>
          {(ids) => (
            <TextInput
              {...ids}
              type="datetime-local"
              name="moment"
              autoFocus
              min={fieldMoment(openedAt)}
              defaultValue={fieldMoment(tomorrowMorning(openedAt))}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

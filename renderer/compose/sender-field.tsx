import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import { Field, Select } from '../ui/field';
import { useCompose } from './use-compose';
import { useDisplayNumber } from './use-phone';

/** Which of the account's own numbers sends; the exchange's default when none is chosen. */
export function SenderField() {
  const { t } = useTexts();
  const { choices, choose, senders } = useCompose();
  const display = useDisplayNumber();
  const numbers = senders?.ok ? senders.value : [];
  const failed = senders && !senders.ok ? senders.failure : null;
  const { sender } = choices;
  const options = sender === null || numbers.includes(sender) ? numbers : [sender, ...numbers];
  return (
    <Field label={t('ui.compose.sender')} hint={failed && failureSentence(t, failed)}>
      {(ids) => (
        <Select {...ids} value={sender ?? ''} onChange={({ target }) => choose({ sender: target.value || null })}>
          <option value="">{t('ui.compose.senderDefault')}</option>
          {options.map((digits) => (
            <option key={digits} value={digits}>
              {display(digits)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

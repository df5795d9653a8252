import { useTexts } from '../language';
import { Confirm } from '../ui/dialog';

interface SendAgainQuestionProps {
  /** Why it may arrive twice. */
  text: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asked before a fax is sent again that may arrive twice. */
export function SendAgainQuestion({ text, onConfirm, onCancel }: SendAgainQuestionProps) {
  const { t } = useTexts();
  return (
    <Confirm
      title={t('ui.outbox.sendAgainTitle')}
      text={text}
      confirm={t('ui.outbox.sendAgain')}
      onConfirm={onConfirm}
      onCancel={onCancel}
    />
  );
}

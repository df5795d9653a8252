import { CancelledIcon, DoneIcon, ErrorIcon, type Icon, OutboundIcon, PendingIcon, QuestionIcon } from '../ui/icons';
import type { Tone } from './delivery-tone';
import styles from './tone-sign.module.css';

const signs: Readonly<Record<Tone, Icon>> = {
  waiting: PendingIcon,
  moving: OutboundIcon,
  good: DoneIcon,
  bad: ErrorIcon,
  asking: QuestionIcon,
  off: CancelledIcon,
};

/** The state's colour and shape; the words stand beside it. */
export function ToneSign({ tone }: { tone: Tone }) {
  const Sign = signs[tone];
  return (
    <span className={styles.sign} data-tone={tone}>
      <Sign size={18} />
    </span>
  );
}

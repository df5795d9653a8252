import { classNames } from './class-names';
import styles from './progress.module.css';

interface ProgressProps {
  label: string;
  /** From 0 to 1; `null` while nobody knows. */
  share: number | null;
}

/** A bar; what it is about stands beside it, so the label is only for those who can't see that. */
export const Progress = ({ label, share }: ProgressProps) => (
  <div
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={share === null ? undefined : Math.round(share * 100)}
    className={classNames(styles.track, share === null && styles.unknown)}
  >
    <div className={styles.done} style={share === null ? {} : { width: `${String(Math.round(share * 100))}%` }} />
  </div>
);

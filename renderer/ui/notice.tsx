import type { ReactNode } from 'react';
import { useTexts } from '../language';
import { IconButton } from './button';
import { classNames } from './class-names';
import { CloseIcon, DoneIcon, ErrorIcon, type Icon, InfoIcon, WarningIcon } from './icons';
import styles from './notice.module.css';

type Tone = 'bad' | 'warn' | 'good' | 'info';

const signs: Readonly<Record<Tone, Icon>> = { bad: ErrorIcon, warn: WarningIcon, good: DoneIcon, info: InfoIcon };

interface NoticeProps {
  tone: Tone;
  children: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
}

/** A sentence about something that happened, in its place on the screen. */
export function Notice({ tone, children, actions, onDismiss }: NoticeProps) {
  const { t } = useTexts();
  const Sign = signs[tone];
  return (
    <div className={classNames(styles.notice, styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={styles.sign}>
        <Sign />
      </span>
      <div className={styles.text}>{children}</div>
      {actions}
      {onDismiss && <IconButton icon={CloseIcon} label={t('ui.common.dismiss')} onClick={onDismiss} />}
    </div>
  );
}

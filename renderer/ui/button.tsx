import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names';
import type { Icon } from './icons';

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'plain' | 'primary' | 'danger' | 'quiet';
  icon?: Icon;
  busy?: boolean;
}

export function Button({ look = 'plain', icon: Sign, busy = false, children, className, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      className={classNames(styles.button, styles[look], className)}
      {...props}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : Sign && <Sign />}
      {children}
    </button>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  icon: Icon;
  /** What it does, for those who can't see the icon and as its tooltip. */
  label: string;
}

export function IconButton({ icon: Sign, label, className, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classNames(styles.button, styles.quiet, styles.icon, className)}
      {...props}
    >
      <Sign />
    </button>
  );
}

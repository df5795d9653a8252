import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import styles from './field.module.css';

interface FieldProps {
  /** The control's id, where something else must know it. */
  id?: string;
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  /** Shown at the end of the label's line. */
  aside?: ReactNode;
  children: (ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode;
}

/** A control with its label, hint and error, tied together for assistive technology. */
export function Field({ id: givenId, label, hint, error, aside, children }: FieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const described = classNames(error ? errorId : null, hint ? hintId : null) || undefined;
  return (
    <div className={styles.field}>
      <div className={styles.labelLine}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {aside}
      </div>
      {children({ id, 'aria-describedby': described, 'aria-invalid': Boolean(error) })}
      {error ? (
        <div id={errorId} className={styles.error}>
          {error}
        </div>
      ) : null}
      {hint ? (
        <div id={hintId} className={styles.hint}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}

export const TextInput = ({ className, ...props }: ComponentProps<'input'>) => (
  <input className={classNames(styles.input, className)} autoComplete="off" spellCheck={false} {...props} />
);

export const Select = ({ className, ...props }: ComponentProps<'select'>) => (
  <select className={classNames(styles.input, styles.select, className)} {...props} />
);

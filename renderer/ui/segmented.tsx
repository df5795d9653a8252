import { useId } from 'react';
import styles from './segmented.module.css';

interface SegmentedProps<T extends string> {
  label: string;
  hiddenLabel?: boolean;
  value: T;
  options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  onChange: (value: T) => void;
  disabled?: boolean;
}

/** One choice of a few, side by side: radio buttons underneath. */
export function Segmented<T extends string>({
  label,
  hiddenLabel,
  value,
  options,
  onChange,
  disabled,
}: SegmentedProps<T>) {
  const name = useId();
  const hint = options.find((option) => option.value === value)?.hint;
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={hiddenLabel ? 'visuallyHidden' : styles.legend}>{label}</legend>
      <div className={styles.track}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
    </fieldset>
  );
}

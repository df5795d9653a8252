import type { KeyboardEvent } from 'react';
import { useTexts } from '../language';
import { CloseIcon, WarningIcon } from '../ui/icons';
import styles from './recipients-field.module.css';
import { useCompose } from './use-compose';
import { useDisplayNumber } from './use-phone';

/** The numbers taken, each removable by mouse, Delete or Backspace; arrows go from one to the next. */
export function RecipientChips({ onLeave }: { onLeave: () => void }) {
  const { t } = useTexts();
  const { state, dispatch } = useCompose();
  const display = useDisplayNumber();
  const remove = (digits: string, from: HTMLElement): void => {
    (besideOf(from, 1) ?? besideOf(from, -1))?.focus();
    if (state.recipients.length === 1 || document.activeElement === from) onLeave();
    dispatch({ kind: 'recipientRemoved', digits });
  };
  const onKey = (event: KeyboardEvent<HTMLButtonElement>, digits: string): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') remove(digits, event.currentTarget);
    else if (event.key === 'ArrowLeft') besideOf(event.currentTarget, -1)?.focus();
    else if (event.key === 'ArrowRight') focusOr(besideOf(event.currentTarget, 1), onLeave);
    else return;
    event.preventDefault();
  };
  if (state.recipients.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('ui.compose.recipientsList')}>
      {state.recipients.map(({ digits, warning }) => (
        <li key={digits} className={styles.chip} data-warning={warning ?? undefined}>
          {warning && <WarningIcon size={14} />}
          <span>{display(digits)}</span>
          <button
            type="button"
            data-remove
            title={t('ui.compose.removeRecipient', { number: display(digits) })}
            aria-label={t('ui.compose.removeRecipient', { number: display(digits) })}
            onKeyDown={(event) => onKey(event, digits)}
            onClick={(event) => {
              event.stopPropagation();
              remove(digits, event.currentTarget);
            }}
          >
            <CloseIcon size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function besideOf(button: HTMLElement, by: 1 | -1): HTMLElement | null {
  const chip = button.closest('li');
  const other = by > 0 ? chip?.nextElementSibling : chip?.previousElementSibling;
  return other?.querySelector<HTMLElement>('[data-remove]') ?? null;
}

function focusOr(element: HTMLElement | null, otherwise: () => void): void {
  if (element) element.focus();
  else otherwise();
}

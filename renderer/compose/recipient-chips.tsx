import { type KeyboardEvent, memo, type MouseEvent, useDeferredValue } from 'react';
import { useTexts } from '../language';
import { CloseIcon, WarningIcon } from '../ui/icons';
import type { Recipient } from './recipients';
import styles from './recipients-field.module.css';
import { useCompose } from './use-compose';
import { useDisplayNumber } from './use-phone';

/** The numbers taken, each removable by mouse, Delete or Backspace; arrows go from one to the next. */
export function RecipientChips({ onLeave }: { onLeave: () => void }) {
  const { t } = useTexts();
  const { state, dispatch } = useCompose();
  const display = useDisplayNumber();
  // A thousand of them are drawn bit by bit; what is sent does not wait for it.
  const shown = useDeferredValue(state.recipients);
  const remove = (button: HTMLElement): void => {
    (besideOf(button, 1) ?? besideOf(button, -1))?.focus();
    if (state.recipients.length === 1 || document.activeElement === button) onLeave();
    dispatch({ kind: 'recipientRemoved', digits: button.dataset['remove'] ?? '' });
  };
  const onKey = (event: KeyboardEvent): void => {
    const button = buttonOf(event.target);
    if (!button) return;
    if (event.key === 'Delete' || event.key === 'Backspace') remove(button);
    else if (event.key === 'ArrowLeft') besideOf(button, -1)?.focus();
    else if (event.key === 'ArrowRight') focusOr(besideOf(button, 1), onLeave);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const button = buttonOf(event.target);
    if (!button) return;
    event.stopPropagation();
    remove(button);
  };
  if (shown.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('ui.compose.recipientsList')} onKeyDown={onKey} onClick={onClick}>
      {shown.map((recipient) => (
        <Chip key={recipient.digits} recipient={recipient} display={display} />
      ))}
    </ul>
  );
}

interface ChipProps {
  recipient: Recipient;
  display: (digits: string) => string;
}

/** Drawn anew only when it changes: there may be a thousand. */
const Chip = memo(function Chip({ recipient: { digits, warning, name }, display }: ChipProps) {
  const { t } = useTexts();
  const number = display(digits);
  const label = t('ui.compose.removeRecipient', { number });
  return (
    <li className={styles.chip} data-warning={warning ?? undefined}>
      {warning && <WarningIcon size={14} />}
      <span className={styles.named} title={name}>
        {name !== undefined && <span className={styles.name}>{name}</span>}
        <span>{name === undefined ? number : `\u00a0· ${number}`}</span>
      </span>
      <button type="button" data-remove={digits} title={label} aria-label={label}>
        <CloseIcon size={12} />
      </button>
    </li>
  );
});

const buttonOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-remove]') : null;

function besideOf(button: HTMLElement, by: 1 | -1): HTMLElement | null {
  const chip = button.closest('li');
  const other = by > 0 ? chip?.nextElementSibling : chip?.previousElementSibling;
  return other?.querySelector<HTMLElement>('[data-remove]') ?? null;
}

function focusOr(element: HTMLElement | null, otherwise: () => void): void {
  if (element) element.focus();
  else otherwise();
}

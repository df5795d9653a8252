import type { Failure } from '../../app/failure';

/** The elements that mend what is missing. */
export const fieldIds = { add: 'compose-add', recipients: 'compose-recipients', header: 'compose-header' } as const;

/** Moves the focus to the field where `missing` is mended. */
export function focusField(missing: Failure): void {
  document.getElementById(fieldIds[fieldOf(missing)])?.focus();
}

function fieldOf({ kind }: Failure): keyof typeof fieldIds {
  if (kind === 'noPages') return 'add';
  return kind === 'headerMissing' ? 'header' : 'recipients';
}

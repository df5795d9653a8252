export type ViewerCommand =
  | 'close'
  | 'zoomIn'
  | 'zoomOut'
  | 'fitPage'
  | 'fitWidth'
  | 'actual'
  | 'rotateLeft'
  | 'rotateRight'
  | 'print'
  | 'save'
  | 'copy';

const plain: Readonly<Record<string, ViewerCommand>> = {
  Escape: 'close',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fitPage',
  '9': 'fitWidth',
  '1': 'actual',
  r: 'rotateRight',
  R: 'rotateLeft',
};

const withControl: Readonly<Record<string, ViewerCommand>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'fitPage',
  p: 'print',
  s: 'save',
  c: 'copy',
};

/** What a key asks of the viewer; `null` for any other. Selected text is copied as text. */
export function viewerKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): ViewerCommand | null {
  if (event.altKey) return null;
  const control = event.ctrlKey || event.metaKey;
  const table = control ? withControl : plain;
  const command = Object.hasOwn(table, event.key) ? table[event.key] : undefined;
  if (command === 'copy' && hasSelection()) return null;
  return command ?? null;
}

const hasSelection = (): boolean => (globalThis.getSelection()?.toString() ?? '') !== '';

/** What is meant while a field is written in, too: no text is changed by it. */
export const isForFields = (command: ViewerCommand): boolean => command === 'print' || command === 'save';

/** Other keys belong to the field that is being written in. */
export const isTyping = (): boolean => {
  const active = document.activeElement;
  return (
    active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement || active instanceof HTMLSelectElement
  );
};

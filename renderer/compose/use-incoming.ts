import { useEffect, useEffectEvent } from 'react';
import { useTexts } from '../language';
import { hasFiles } from './drop-target';
import { type Incoming, incomingOf } from './incoming';
import type { ComposeModel } from './use-compose';

/** Files dropped anywhere on the window or pasted into it. They show the send window. */
export function useIncoming({ add }: ComposeModel, showCompose: () => void): void {
  const take = useEffectEvent((incoming: readonly Incoming[]) => {
    if (incoming.length === 0) return;
    showCompose();
    add(incoming);
  });
  const { t } = useTexts();
  const textName = useEffectEvent(() => t('ui.questions.pastedText'));
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragover', (event) => hasFiles(event) && acceptCopy(event), { signal });
    window.addEventListener('drop', (event) => take(takeFrom(event, event.dataTransfer, null)), { signal });
    window.addEventListener(
      'paste',
      (event) => isTextForField(event) || take(takeFrom(event, event.clipboardData, textName())),
      {
        signal,
      },
    );
    return () => stop.abort();
  }, []);
}

function acceptCopy(event: DragEvent): void {
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
}

/** Spreadsheets put a picture beside the text they copy; a field wants the text. */
const isTextForField = (event: ClipboardEvent): boolean =>
  event.target instanceof HTMLInputElement && event.clipboardData?.getData('text/plain') !== '';

/** The event's files, or its text as a file of that name; an event without any goes its usual way. */
function takeFrom(event: Event, transfer: DataTransfer | null, textName: string | null): Incoming[] {
  const incoming = transfer ? incomingOf(transfer, textName) : [];
  if (incoming.length > 0) event.preventDefault();
  return incoming;
}

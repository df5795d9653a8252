import type { Page } from 'playwright-core';

/** Whether any string in the page's JavaScript memory holds `text`. */
export async function isInMemory(window: Page, text: string): Promise<boolean> {
  const session = await window.context().newCDPSession(window);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const snapshot = JSON.parse(chunks.join('')) as { strings: string[] };
  return snapshot.strings.some((held) => held.includes(text));
}

import type { ArrivingFax } from './entities';

export interface Arrivals {
  /** From the start to the first fax, and from each to the next. */
  readonly firstMs: number;
  readonly everyMs: number;
  readonly most: number;
}

const senders = [
  { sender: '903122204050', pages: 2 },
  { sender: '902123205072', pages: 1 },
  { sender: '493012345678', pages: 3 },
] as const;

/** Faxes come in from outside by themselves; answers what ends that. */
export function letFaxesArrive(
  arrive: (fax: ArrivingFax) => Promise<string>,
  { firstMs, everyMs, most }: Arrivals,
): () => void {
  let count = 0;
  const next = (): void => {
    void arrive(senders[count % senders.length] ?? {});
    count += 1;
    if (count < most) timer = setTimeout(next, everyMs);
  };
  let timer = setTimeout(next, firstMs);
  return () => clearTimeout(timer);
}

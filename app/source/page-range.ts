/** One page, or from one to another. */
const PART = /^(\d+)(?:\s*[-–]\s*(\d+))?$/;

/**
 * The pages that a text such as `1-3, 7` names, in its order and each once; `null` where it names none, or none that is there. Pages are counted
 * from 1.
 */
export function readPageRange(text: string, pageCount: number): readonly number[] | null {
  const pages = new Set<number>();
  for (const part of text.split(/[,;]/).map((piece) => piece.trim())) {
    if (part === '') continue;
    const match = PART.exec(part);
    if (match === null) return null;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (first < 1 || last < first || last > pageCount) return null;
    for (let page = first; page <= last; page++) pages.add(page);
  }
  return pages.size === 0 ? null : [...pages];
}

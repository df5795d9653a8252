/** The width of a text in points. */
export type Measure = (text: string) => number;

const TAB = '    ';

/** Longer texts are no letters; laid out, this many would be more pages than any fax has. */
export const MOST_CHARACTERS = 5_000_000;

/** Text of a file: UTF-8 or, with its mark, UTF-16; else Windows' Turkish code page, as older programs write it. */
export interface TextDecoders {
  utf8(bytes: Uint8Array): string;
  utf16(bytes: Uint8Array, littleEndian: boolean): string;
  windows1254(bytes: Uint8Array): string;
}

export function decodeText(bytes: Uint8Array, decoders: TextDecoders): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoders.utf16(bytes, true);
  if (first === 0xfe && second === 0xff) return decoders.utf16(bytes, false);
  try {
    return decoders.utf8(bytes);
  } catch {
    return decoders.windows1254(bytes);
  }
}

/** Breaks a text into lines no wider than `width`: at spaces, or inside a word that alone is wider. Form feeds begin pages. */
export function layOutText(text: string, width: number, linesAPage: number, measure: Measure): string[][] {
  const pages: string[][] = [];
  for (const part of text.replaceAll(/\r\n?/g, '\n').trimEnd().split('\f')) {
    const lines = part.split('\n').flatMap((line) => wrap(line.replaceAll('\t', TAB).trimEnd(), width, measure));
    for (let at = 0; at < Math.max(lines.length, 1); at += linesAPage) pages.push(lines.slice(at, at + linesAPage));
  }
  return pages;
}

function wrap(line: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest !== '') {
    const fits = fitting(rest, width, measure);
    const space = fits < rest.length ? rest.lastIndexOf(' ', fits) : -1;
    const end = space > 0 && rest.slice(0, space).trim() !== '' ? space : fits;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end);
    if (lines.length > 0) rest = rest.trimStart();
  }
  return lines.length === 0 ? [''] : lines;
}

/** How many characters fit, at least one; found by halving, because a line may be a whole file. */
function fitting(text: string, width: number, measure: Measure): number {
  let [least, most] = [1, Math.min(text.length, LONGEST_LINE)];
  if (measure(text.slice(0, most)) <= width) return most;
  while (least < most) {
    const middle = (least + most + 1) >> 1;
    if (measure(text.slice(0, middle)) <= width) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** No line has more characters: the narrowest are a few points wide. */
const LONGEST_LINE = 1000;

/** An element's place among all of the drawing's, in their order, and the first place after those within it. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A `<use>`, by its place, and the id of what it repeats. */
interface Use {
  readonly at: number;
  readonly of: string;
}

interface Outline {
  readonly root: Span;
  readonly byId: ReadonlyMap<string, Span>;
  /** In the order of their places. */
  readonly uses: readonly Use[];
}

/** What stands between the elements, by its beginning, and how it ends. */
const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Where a declaration of the document's type ends, with the entities it may hold. */
function endOfDoctype(svg: string, at: number): number {
  const [end, subset] = [svg.indexOf('>', at), svg.indexOf('[', at)];
  return subset < 0 || subset > end ? end : svg.indexOf('>', svg.indexOf(']', subset));
}

/** Where a tag ends; a quoted value may hold `>`. */
function endOfTag(svg: string, at: number): number {
  for (let i = at; i < svg.length; i++) {
    const sign = svg[i];
    if (sign === '>') return i;
    if (sign !== '"' && sign !== "'") continue;
    i = svg.indexOf(sign, i + 1);
    if (i < 0) return -1;
  }
  return -1;
}

/** All tags in their order, until one does not end. */
function* tagsOf(svg: string): Generator<string> {
  for (let at = svg.indexOf('<'); at >= 0; at = svg.indexOf('<', at)) {
    const aside = ASIDES.find(([begins]) => svg.startsWith(begins, at));
    let end: number;
    if (aside) end = svg.indexOf(aside[1], at);
    else if (svg.startsWith('<!', at)) end = endOfDoctype(svg, at);
    else {
      end = endOfTag(svg, at);
      if (end >= 0) yield svg.slice(at + 1, end);
    }
    if (end < 0) return;
    at = end + 1;
  }
}

const ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const HREF = /\s(?:xlink:)?href\s*=\s*(?:"\s*#([^"]*?)\s*"|'\s*#([^']*?)\s*')/;
const USE = /^(?:[\w.-]+:)?use[\s/]/;

const found = (in_: RegExpExecArray | null): string | undefined => in_?.[1] ?? in_?.[2];

function outlineOf(svg: string): Outline {
  const byId = new Map<string, Span>();
  const uses: Use[] = [];
  const open: { readonly from: number; readonly id: string | undefined }[] = [];
  let count = 0;
  const close = (): void => {
    const element = open.pop();
    if (element?.id !== undefined && !byId.has(element.id)) byId.set(element.id, { from: element.from, to: count });
  };
  for (const tag of tagsOf(svg)) {
    if (tag.startsWith('/')) {
      close();
      continue;
    }
    const of = USE.test(`${tag} `) ? found(HREF.exec(tag)) : undefined;
    if (of !== undefined) uses.push({ at: count, of });
    open.push({ from: count++, id: found(ID.exec(tag)) });
    if (tag.endsWith('/')) close();
  }
  return { root: { from: 0, to: count }, byId, uses };
}

/** The first of `uses` at or past a place. */
function firstFrom(uses: readonly Use[], place: number): number {
  let [low, high] = [0, uses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((uses[middle]?.at ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An entity that holds elements: what it is put in for can't be counted. */
const HIDDEN_ELEMENTS = /<!ENTITY\s[^"']*(?:"[^"]*<|'[^']*<)/;

/**
 * Whether the `<use>` elements of an SVG repeat more than `most` elements, those within what they repeat counted each time. Few
 * bytes can mean more elements than any memory holds. One that repeats itself counts as too many.
 */
export function repeatsMoreThan(svg: string, most: number): boolean {
  if (HIDDEN_ELEMENTS.test(svg)) return true;
  const { root, byId, uses } = outlineOf(svg);
  const toDraw = [root];
  let repeated = -(root.to - root.from);
  for (let span = toDraw.pop(); span !== undefined; span = toDraw.pop()) {
    repeated += span.to - span.from;
    if (repeated > most) return true;
    for (let i = firstFrom(uses, span.from); i < uses.length; i++) {
      const use = uses[i];
      if (use === undefined || use.at >= span.to) break;
      const target = byId.get(use.of);
      if (target !== undefined) toDraw.push(target);
    }
  }
  return false;
}

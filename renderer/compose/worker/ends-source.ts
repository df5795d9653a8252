import { ok, type Result } from '../../../app/result';
import type { PdfParts } from './pdfium';
import type { Source } from './source';
import type { DocumentEnds } from './stored';

/** A document's ends, and whether more of it was asked for. */
export interface WatchedEnds extends PdfParts {
  wasMoreWanted(): boolean;
}

export function watchEnds({ beginning, end, total }: DocumentEnds): WatchedEnds {
  const endFrom = total - end.length;
  let wasMoreWanted = false;
  return {
    total,
    pieces: [beginning, end],
    read(from, length) {
      const to = from + length;
      if (to <= beginning.length) return beginning.subarray(from, to);
      if (from >= endFrom && to <= total) return end.subarray(from - endFrom, to - endFrom);
      wasMoreWanted = true;
      return null;
    },
    wasMoreWanted: () => wasMoreWanted,
  };
}

interface EndsParts {
  readonly ends: Pick<WatchedEnds, 'wasMoreWanted'>;
  /** What its ends were opened as. */
  readonly byEnds: Result<Source>;
  readonly openWhole: () => Promise<Result<Source>>;
}

/** A document that is drawn by its ends as long as nothing else of it was asked for, and then opened whole. */
export async function sourceByEnds({ ends, byEnds, openWhole }: EndsParts): Promise<Result<Source>> {
  if (!byEnds.ok || ends.wasMoreWanted()) {
    if (byEnds.ok) byEnds.value.close?.();
    return openWhole();
  }
  const { pageCount } = byEnds.value;
  let opened: Source | null = byEnds.value;
  let whole: Promise<Result<Source>> | null = null;
  const decodeWhole: Source['decodePage'] = async (sourcePage, fit, purpose) => {
    opened?.close?.();
    opened = null;
    const source = await (whole ??= openWhole());
    return source.ok ? source.value.decodePage(sourcePage, fit, purpose) : source;
  };
  return ok({
    pageCount,
    async decodePage(sourcePage, fit, purpose) {
      const page = await opened?.decodePage(sourcePage, fit, purpose);
      return page?.ok === true && !ends.wasMoreWanted() ? page : decodeWhole(sourcePage, fit, purpose);
    },
    close() {
      opened?.close?.();
      void whole?.then((source) => source.ok && source.value.close?.());
    },
  });
}

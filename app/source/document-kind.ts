import { Bytes } from './bytes';
import { isSvg } from './svg';
import { isTiff } from './tiff/directories';

/** Which reader a file's bytes are for; what is of no other kind is left to the one for images to refuse. */
export type DocumentKind = 'image' | 'pdf' | 'tiff' | 'svg' | 'text';

/** Readers look for a PDF's header this far into the file (ISO 32000-1 Annex H.3.4.1). */
const PDF_HEADER_WITHIN = 1024;

/** Tells a document's kind by its bytes, whatever its name says; plain text has no sign but its name. */
export function documentKind(all: Uint8Array, name: string): DocumentKind {
  const bytes = new Bytes(all);
  if (isTiff(bytes)) return 'tiff';
  if (isPdf(bytes)) return 'pdf';
  if (isSvg(bytes)) return 'svg';
  return /\.txt$/i.test(name) ? 'text' : 'image';
}

export function isPdf(bytes: Bytes): boolean {
  for (let at = 0; at < PDF_HEADER_WITHIN; at++) if (bytes.u8(at) === 0x25 && bytes.says(at, '%PDF-')) return true;
  return false;
}

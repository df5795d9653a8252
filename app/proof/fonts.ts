import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';

/** TrueType programs of the two weights used. */
export interface FontPrograms {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface ReportFonts {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
}

type Fontkit = Parameters<PDFDocument['registerFontkit']>[0];
type Font = ReturnType<Fontkit['create']>;

/** Glyph for glyph, without the shaping of other scripts: Turkish needs none, and it takes most of the time. */
const unshaped: Fontkit = {
  create(bytes) {
    const font = fontkit.create(bytes);
    font.layout = (text: string) => ({ glyphs: font.glyphsForString(text) }) as ReturnType<Font['layout']>;
    return font;
  },
};

/** Embeds what is used of the fonts. The names carry the prefix of a subset (PDF 1.7 §9.6.4). */
export async function embedFonts(pdf: PDFDocument, programs: FontPrograms): Promise<ReportFonts> {
  pdf.registerFontkit(unshaped);
  return {
    regular: await pdf.embedFont(programs.regular, { subset: true, customName: 'FAKSLA+IBMPlexSans' }),
    bold: await pdf.embedFont(programs.bold, { subset: true, customName: 'FAKSLB+IBMPlexSans-SemiBold' }),
  };
}

import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A small real fax document, for calls nobody gave one for: `title` and the page's number on each page. */
export async function sampleDocument(title: string, pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= Math.max(1, pages); page++) {
    const sheet = pdf.addPage([595, 842]);
    sheet.drawText(title, { x: 60, y: 760, size: 18, font });
    sheet.drawText(`${page} / ${Math.max(1, pages)}`, { x: 60, y: 730, size: 12, font });
  }
  return pdf.save();
}

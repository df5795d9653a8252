import { PDFDocument, StandardFonts, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import { randomNumbers } from '../random';
import { drawText, paper } from './text';

const PAGES = 20;
const MARGIN = 57;

function drawTable(page: PDFPage, font: PDFFont, top: number, random: () => number): void {
  for (let row = 0; row <= 12; row++) {
    const y = top - row * 18;
    page.drawLine({ start: { x: MARGIN, y }, end: { x: paper.width - MARGIN, y }, thickness: 0.6 });
    if (row === 12) continue;
    for (let column = 0; column < 5; column++) {
      const text = row === 0 ? `Column ${column + 1}` : (random() * 10_000).toFixed(2);
      page.drawText(text, { x: MARGIN + 5 + column * 95, y: y - 13, size: 9, font });
    }
  }
}

function drawBars(page: PDFPage, random: () => number): void {
  for (let bar = 0; bar < 12; bar++) {
    const height = 20 + random() * 130;
    const color = rgb(random(), random(), random());
    page.drawRectangle({ x: MARGIN + bar * 38, y: 90, width: 28, height, color });
  }
}

/** Letters, tables and charts: a PDF as offices make them. */
export async function drawOffice(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const random = randomNumbers(40);
  for (let number = 0; number < PAGES; number++) {
    const page = pdf.addPage([paper.width, paper.height]);
    const lines = drawText({ face: '', points: 10, seed: 50 + number }).text.split('\n');
    page.drawText(`Report ${number + 1}`, { x: MARGIN, y: 770, size: 20, font });
    page.drawText(lines.slice(0, 18).join('\n'), { x: MARGIN, y: 735, size: 10, lineHeight: 13.5, font });
    drawTable(page, font, 480, random);
    drawBars(page, random);
  }
  return pdf.save();
}

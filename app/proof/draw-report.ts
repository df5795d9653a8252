import {
  type Color,
  type PDFDocument,
  type PDFFont,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
  rgb,
} from 'pdf-lib';
import type { ReportFonts } from './fonts';
import type { ReportSection, ReportText } from './report-text';
import { wrap } from './wrap';

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = 56;
const WIDTH = PAGE.width - 2 * MARGIN;
const FOOT = 60;
const LABEL_WIDTH = 126;
const PICTURE_WIDTH = 92;
const ROW = { size: 9, leading: 12 };
const BOX_LABEL_WIDTH = 92;
const BOX_LEADING = 14;

const ink = rgb(0.1, 0.12, 0.13);
const soft = rgb(0.36, 0.4, 0.42);
const hair = rgb(0.82, 0.84, 0.85);
const band = rgb(0.955, 0.96, 0.965);
const good = rgb(0.09, 0.42, 0.23);
const bad = rgb(0.66, 0.14, 0.11);

/** The first page that was sent, drawn small: the same picture, not a copy. */
export interface Picture {
  readonly ref: PDFRef;
  /** Height by width. */
  readonly shape: number;
}

export interface ReportLook {
  readonly text: ReportText;
  readonly isGood: boolean;
  readonly picture: Picture;
}

/** Puts the report in front of the document's pages, on as many pages as it needs. */
export function drawReport(pdf: PDFDocument, fonts: ReportFonts, { text, isGood, picture }: ReportLook): void {
  const flow = new Flow(pdf, fonts);
  flow.line(text.title, { font: fonts.bold, size: 20, leading: 26 });
  flow.paragraph(text.followed, { size: 9.5, colour: soft });
  if (text.demo !== null) flow.paragraph(text.demo, { font: fonts.bold, size: 9.5, colour: bad });
  flow.gap(12);
  drawVerdict(flow, fonts, { text, isGood, picture });
  for (const section of text.sections) drawSection(flow, fonts, section);
  for (const [index, page] of flow.pages.entries()) {
    const drawn = { font: fonts.regular, size: 8, color: soft, y: MARGIN - 22 };
    page.drawLine({
      start: at(MARGIN, MARGIN - 8),
      end: at(PAGE.width - MARGIN, MARGIN - 8),
      thickness: 0.5,
      color: hair,
    });
    page.drawText(text.footer, { ...drawn, x: MARGIN });
    const place = text.footerPage(index + 1, flow.pages.length);
    page.drawText(place, { ...drawn, x: PAGE.width - MARGIN - fonts.regular.widthOfTextAtSize(place, 8) });
  }
}

const at = (x: number, y: number) => ({ x, y });

interface Style {
  readonly font?: PDFFont;
  readonly size: number;
  readonly leading?: number;
  readonly colour?: Color;
  readonly x?: number;
  readonly width?: number;
}

/** Writes downwards and goes on to a new page where there is no room. */
class Flow {
  readonly pages: PDFPage[] = [];
  y = 0;

  constructor(
    private readonly pdf: PDFDocument,
    private readonly fonts: ReportFonts,
  ) {
    this.turn();
  }

  get page(): PDFPage {
    return this.pages.at(-1) ?? this.turn();
  }

  turn(): PDFPage {
    const page = this.pdf.insertPage(this.pages.length, [PAGE.width, PAGE.height]);
    this.pages.push(page);
    this.y = PAGE.height - MARGIN;
    return page;
  }

  /** Makes sure that so much fits below. */
  room(height: number): void {
    if (this.y - height < FOOT) this.turn();
  }

  gap(height: number): void {
    this.y -= height;
  }

  line(text: string, { font = this.fonts.regular, size, leading = size * 1.4, colour = ink, x = MARGIN }: Style): void {
    this.room(leading);
    this.y -= leading;
    this.page.drawText(text, { x, y: this.y + leading * 0.28, size, font, color: colour });
  }

  paragraph(text: string, style: Style): void {
    for (const each of this.lines(text, style)) this.line(each, style);
  }

  lines(text: string, { font = this.fonts.regular, size, width = WIDTH }: Style): string[] {
    return wrap(printable(text), width, (part) => font.widthOfTextAtSize(part, size));
  }
}

/** Control characters would be drawn as boxes, or turn a line. */
const printable = (text: string): string => text.replace(/\p{C}/gu, ' ');

/** What became of the fax, what it was, and its first page. */
function drawVerdict(flow: Flow, fonts: ReportFonts, { text, isGood, picture }: ReportLook): void {
  const style = { x: MARGIN + 20, width: WIDTH - PICTURE_WIDTH - 50 };
  const detail = { ...style, size: 10.5 };
  const valueStyle = { ...ROW, x: style.x + BOX_LABEL_WIDTH, width: style.width - BOX_LABEL_WIDTH };
  const details = text.details.flatMap((each) => flow.lines(each, detail));
  const rows = text.fax.map(({ label, value }) => ({ label, lines: flow.lines(value, valueStyle) }));
  const lineCount = rows.reduce((sum, { lines }) => sum + Math.max(1, lines.length), 0);
  const textHeight = 16 + 24 + 4 + details.length * detail.size * 1.4 + 8 + lineCount * BOX_LEADING + 12;
  const pictureHeight = PICTURE_WIDTH * picture.shape;
  const height = Math.max(pictureHeight + 20, textHeight);
  const top = flow.y;
  const colour = isGood ? good : bad;
  flow.page.drawRectangle({ x: MARGIN, y: top - height, width: WIDTH, height, color: band });
  flow.page.drawRectangle({ x: MARGIN, y: top - height, width: 4, height, color: colour });
  const x = PAGE.width - MARGIN - PICTURE_WIDTH - 10;
  drawPicture(flow.page, picture.ref, { x, y: top - 10 - pictureHeight, width: PICTURE_WIDTH, height: pictureHeight });
  flow.gap(16);
  flow.line(text.headline, { ...style, font: fonts.bold, size: 17, leading: 24, colour });
  flow.gap(4);
  for (const line of details) flow.line(line, detail);
  flow.gap(8);
  for (const { label, lines } of rows) drawRow(flow, label, lines, { ...valueStyle, leading: BOX_LEADING }, style.x);
  flow.y = top - height - 4;
}

function drawPicture(page: PDFPage, ref: PDFRef, frame: { x: number; y: number; width: number; height: number }): void {
  page.drawRectangle({ ...frame, color: rgb(1, 1, 1), borderColor: hair, borderWidth: 0.75 });
  const name = PDFName.of('FirstPage');
  page.node.setXObject(name, ref);
  const matrix = [frame.width, 0, 0, frame.height, frame.x, frame.y].map((value) => PDFNumber.of(value));
  page.pushOperators(
    PDFOperator.of(PDFOperatorNames.PushGraphicsState),
    PDFOperator.of(PDFOperatorNames.NonStrokingColorGray, [PDFNumber.of(0)]),
    PDFOperator.of(PDFOperatorNames.ConcatTransformationMatrix, matrix),
    PDFOperator.of(PDFOperatorNames.DrawObject, [name]),
    PDFOperator.of(PDFOperatorNames.PopGraphicsState),
  );
}

function drawSection(flow: Flow, fonts: ReportFonts, section: ReportSection): void {
  const valueStyle = { ...ROW, x: MARGIN + LABEL_WIDTH, width: WIDTH - LABEL_WIDTH };
  flow.room(44);
  flow.gap(10);
  flow.line(section.title, { font: fonts.bold, size: 10, leading: 14 });
  rule(flow);
  for (const { label, value } of section.rows) {
    const lines = flow.lines(value, valueStyle);
    flow.room(lines.length * ROW.leading + 2);
    flow.gap(1.5);
    drawRow(flow, label, lines, valueStyle, MARGIN);
  }
  for (const note of section.notes) {
    flow.gap(2);
    flow.paragraph(note, { size: 8.5, leading: 11.5, colour: soft });
  }
}

function drawRow(flow: Flow, label: string, lines: readonly string[], style: Style, labelX: number): void {
  const top = flow.y;
  flow.line(label, { ...style, x: labelX, colour: soft });
  flow.y = lines.length === 0 ? flow.y : top;
  for (const line of lines) flow.line(line, style);
}

function rule(flow: Flow): void {
  flow.gap(1);
  flow.page.drawLine({
    start: at(MARGIN, flow.y),
    end: at(PAGE.width - MARGIN, flow.y),
    thickness: 0.5,
    color: hair,
  });
  flow.gap(1);
}

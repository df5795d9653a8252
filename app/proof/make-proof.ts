import { AFRelationship, PDFDict, type PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import { platform } from '../api/platform';
import { createTranslate } from '../i18n/translate';
import { displayNumber } from '../phone/fax-number';
import { linesToPoints, pelsToPoints } from '../fax/geometry';
import { drawReport, type Picture } from './draw-report';
import { embedFonts, type FontPrograms } from './fonts';
import { appendUpdate, openForUpdate } from './incremental-update';
import { type ProofReport, proofReportSchema } from './report';
import { attachmentName, reportText } from './report-text';
import { seal, sealRoom } from './seal';
import { ForeignDocumentError, type Sha256 } from './sent-pages';

export interface ProofTools {
  readonly fonts: FontPrograms;
  readonly sha256: Sha256;
}

/**
 * The proof of a delivery as a PDF: the very bytes of the document that was sent, then, as an incremental update, the report page
 * in front of its pages, the report for programs as an attachment, and a seal over all of it. The same input gives the same bytes.
 * @throws ForeignDocumentError
 */
export async function makeProof(document: Uint8Array, report: ProofReport, tools: ProofTools): Promise<Uint8Array> {
  const opened = await openForUpdate(document);
  const { pdf } = opened;
  const t = createTranslate(report.language);
  const fonts = await embedFonts(pdf, tools.fonts);
  const picture = firstPicture(pdf, report);
  drawReport(pdf, fonts, { text: reportText(report, t), isGood: report.outcome === 'delivered', picture });
  pdf.setTitle(t('proof.documentTitle', { to: displayNumber(report.delivery.recipient) }), {
    showInWindowTitleBar: true,
  });
  pdf.setLanguage(report.language);
  pdf.setProducer(report.program);
  pdf.setModificationDate(new Date(report.madeAt));
  await pdf.attach(reportBytes(report), attachmentName, {
    mimeType: 'application/json',
    description: t('proof.title'),
    afRelationship: AFRelationship.Data,
  });
  return seal(await appendUpdate(opened, sealRoom), tools.sha256);
}

/** Parsed first, because that puts the fields in the schema's order, in which they are also read back. */
const reportBytes = (report: ProofReport): Uint8Array =>
  new platform.TextEncoder().encode(`${JSON.stringify(proofReportSchema.parse(report), null, 2)}\n`);

function firstPicture(pdf: PDFDocument, { document, delivery }: ProofReport): Picture {
  const ref = pdf.getPage(0).node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.values()[0];
  const page = document.pages[0];
  if (!(ref instanceof PDFRef) || page === undefined) throw new ForeignDocumentError('The document has no picture.');
  const height = linesToPoints(page.scanLines, delivery.resolution);
  return { ref, shape: height / pelsToPoints(page.widthPels) };
}

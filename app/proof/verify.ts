import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib';
import { platform } from '../api/platform';
import { proofReportSchema, type ProofReport } from './report';
import { attachmentName } from './report-text';
import { checkSeal } from './seal';
import { readSentPages, type Sha256 } from './sent-pages';

export type ProofProblem = 'noSeal' | 'changed' | 'noReport' | 'documentDiffers' | 'pagesDiffer' | 'reportDiffers';

/** `same`: the report page is what its data make. `otherVersion`: another version of the program made it, so that can't be told. */
export type ReportPage = 'same' | 'otherVersion';

export type Verification =
  | { readonly ok: true; readonly report: ProofReport; readonly reportPage: ReportPage }
  | { readonly ok: false; readonly problem: ProofProblem };

export interface VerifyTools {
  readonly sha256: Sha256;
  /** This program, as `ProofReport.program` names it. */
  readonly program: string;
  /** Makes the proof of a document and a report again. */
  readonly remake: (document: Uint8Array, report: ProofReport) => Promise<Uint8Array>;
}

/** Checks a proof against itself: its seal, the document and pages its report names, and that its report page says what its data say. */
export async function verifyProof(file: Uint8Array, tools: VerifyTools): Promise<Verification> {
  const { sha256 } = tools;
  const seal = checkSeal(file, sha256);
  if (seal !== 'whole') return { ok: false, problem: seal === 'none' ? 'noSeal' : 'changed' };
  const report = await readReport(file).catch(() => null);
  if (report === null) return { ok: false, problem: 'noReport' };
  const document = file.slice(0, report.document.bytes);
  if (sha256(document) !== report.document.sha256) return { ok: false, problem: 'documentDiffers' };
  const pages = await readSentPages(document, sha256).catch(() => []);
  if (JSON.stringify(pages) !== JSON.stringify(report.document.pages)) return { ok: false, problem: 'pagesDiffer' };
  if (report.program !== tools.program) return { ok: true, report, reportPage: 'otherVersion' };
  const remade = await tools.remake(document, report);
  const isSame = sha256(remade) === sha256(file);
  return isSame ? { ok: true, report, reportPage: 'same' } : { ok: false, problem: 'reportDiffers' };
}

/** The report among the file's attachments; `null` where there is none that can be read. */
async function readReport(file: Uint8Array): Promise<ProofReport | null> {
  const pdf = await PDFDocument.load(file, { updateMetadata: false });
  const names = pdf.catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
    ?.lookupMaybe(PDFName.of('Names'), PDFArray);
  for (let at = 0; names !== undefined && at + 1 < names.size(); at += 2) {
    const name = names.lookup(at);
    if (!(name instanceof PDFHexString) || name.decodeText() !== attachmentName) continue;
    const stream = names
      .lookup(at + 1, PDFDict)
      .lookup(PDFName.of('EF'), PDFDict)
      .lookup(PDFName.of('F'));
    if (!(stream instanceof PDFRawStream)) continue;
    const json = new platform.TextDecoder().decode(decodePDFRawStream(stream).decode());
    return proofReportSchema.safeParse(JSON.parse(json)).data ?? null;
  }
  return null;
}

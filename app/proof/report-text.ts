import { type Translate } from '../i18n/translate';
import { displayNumber } from '../phone/fax-number';
import type { ProofReport } from './report';

/** A line of a section: what it is, and what it says. */
export interface ReportRow {
  readonly label: string;
  readonly value: string;
}

export interface ReportSection {
  readonly title: string;
  readonly rows: readonly ReportRow[];
  /** Paragraphs below the rows. */
  readonly notes: readonly string[];
}

/** The report page in words. */
export interface ReportText {
  readonly title: string;
  readonly followed: string;
  /** Says that nothing was really sent. */
  readonly demo: string | null;
  readonly headline: string;
  readonly details: readonly string[];
  /** The fax itself: from whom, to whom, what. */
  readonly fax: readonly ReportRow[];
  readonly sections: readonly ReportSection[];
  readonly footer: string;
  readonly footerPage: (page: number, pages: number) => string;
}

/** The name of the report's data among a proof's attachments. */
export const attachmentName = 'faksla-proof.json';

/** What the report page says, in the translator's language. */
export function reportText(report: ProofReport, t: Translate): ReportText {
  return {
    title: t('proof.title'),
    followed: t('proof.followed', { pages: pagesText(report, t) }),
    demo: report.exchange === 'demo' ? t('proof.demo') : null,
    headline: t(`proof.outcomes.${report.outcome}`),
    details: detailsOf(report, t),
    fax: rowsOf(faxRows(report, t)),
    sections: [callSection, timesSection, idsSection, matchSection, checkingSection].map((section) =>
      section(report, t),
    ),
    footer: t('proof.footer', { program: report.program, madeAt: momentText(report.madeAt, report.language) }),
    footerPage: (n, total) => t('proof.footerPage', { n, total }),
  };
}

/** `23.11.2026 14:30:05 (UTC+03:00)`; in English the day first named by its year. */
export function momentText(moment: string, language: ProofReport['language']): string {
  const [, year = '', month = '', day = '', time = '', zone = ''] =
    /^(\d+)-(\d\d)-(\d\d)T([\d:]+)(.*)$/.exec(moment) ?? [];
  const date = language === 'tr' ? `${day}.${month}.${year}` : `${year}-${month}-${day}`;
  return `${date} ${time} (UTC${zone})`;
}

/** `2 pages`. */
export function pagesText({ document: { pages } }: ProofReport, t: Translate): string {
  return pages.length === 1 ? t('ui.counts.onePage') : t('ui.counts.pages', { n: pages.length });
}

function detailsOf(report: ProofReport, t: Translate): string[] {
  const reason = report.reason === null || report.reason === '' ? [] : [t('proof.reason', { reason: report.reason })];
  return [outcomeSentence(report, t), ...reason];
}

function outcomeSentence({ outcome, pagesSent: sent, pagesTotal: total }: ProofReport, t: Translate): string {
  if (outcome === 'refused') return t('proof.refused');
  if (outcome === 'failed') return sent === null ? t('proof.failedPagesUnknown') : t('proof.failed', { sent, total });
  if (sent === null) return t('proof.deliveredPagesUnknown');
  return t(sent === total ? 'proof.delivered' : 'proof.deliveredOddly', { sent, total });
}

function faxRows(report: ProofReport, t: Translate): Pair[] {
  const { delivery, document, record, language } = report;
  const sender = delivery.sender ?? (record?.sender || null);
  const byDefault = delivery.sender === null ? t('proof.fromDefault') : null;
  const from = [sender && displayNumber(sender), byDefault].filter((each) => each !== null).join(' · ');
  return [
    [t('proof.to'), displayNumber(delivery.recipient)],
    [t('proof.from'), from],
    [t('proof.header'), delivery.header],
    [t('proof.resolution'), t(`proof.resolutions.${delivery.resolution}`)],
    [
      t('proof.document'),
      t('proof.documentSize', { pages: pagesText(report, t), bytes: grouped(document.bytes, language) }),
    ],
  ];
}

function callSection({ record, callUuid, language, pagesTotal }: ProofReport, t: Translate): ReportSection {
  const title = t('proof.sections.call');
  if (record === null) return section(title, [], [t(callUuid === null ? 'proof.noCall' : 'proof.noRecord')]);
  const known = (value: string | number | null, words: (value: string | number) => string): string =>
    value === null ? t('proof.notKnown') : words(value);
  const moment = (value: string | null): string => known(value, (at) => momentText(String(at), language));
  return section(title, [
    [t('proof.began'), moment(record.startedAt)],
    [t('proof.answered'), moment(record.answeredAt)],
    [t('proof.ended'), moment(record.endedAt)],
    [t('proof.duration'), known(record.durationSeconds, (n) => t('proof.seconds', { n }))],
    [
      t('proof.rate'),
      known(record.transferRateBps || null, (n) => t('proof.bitsPerSecond', { n: grouped(Number(n), language) })),
    ],
    [t('proof.pages'), known(record.pagesSent, (sent) => t('proof.pagesOf', { sent, total: pagesTotal }))],
    [t('proof.result'), record.result === '' ? t('proof.notKnown') : record.result],
  ]);
}

function timesSection({ delivery, attempts, decidedAt, language }: ProofReport, t: Translate): ReportSection {
  const moment = (value: string): string => momentText(value, language);
  const uploads = attempts.flatMap(({ startedAt, endedAt, outcome, call }, index): Pair[] => {
    const n = index + 1;
    const values = { from: moment(startedAt), outcome: t(`proof.uploadOutcomes.${outcome ?? 'none'}`) };
    const words =
      endedAt === null ? t('proof.uploadOpen', values) : t('proof.uploadSpan', { ...values, to: clockOf(endedAt) });
    const upload: Pair = [t('proof.upload', { n }), words];
    if (call === null || attempts.length === 1) return [upload];
    return [upload, [t('proof.callAgain', { n }), t('proof.callEnded', { at: moment(call.at), result: call.reason })]];
  });
  return section(
    t('proof.sections.times'),
    [[t('proof.queued'), moment(delivery.queuedAt)], ...uploads, [t('proof.decided'), moment(decidedAt)]],
    [t('proof.clocks')],
  );
}

const clockOf = (moment: string): string => /T([\d:]+)/.exec(moment)?.[1] ?? moment;

function idsSection({ order, callUuid, delivery, document, exchange, program }: ProofReport, t: Translate) {
  return section(t('proof.sections.ids'), [
    [t('proof.orderId'), order?.id ?? t('proof.none')],
    [t('proof.callUuid'), callUuid ?? t('proof.none')],
    [t('proof.deliveryId'), delivery.id],
    [t('proof.sha256'), document.sha256],
    [t('proof.exchange'), exchange],
    [t('proof.program'), program],
  ]);
}

function matchSection({ order, callUuid, agreement }: ProofReport, t: Translate): ReportSection {
  const rows: Pair[] = [[t('proof.orderBy'), t(`proof.orderKnownBy.${order?.knownBy ?? 'none'}`)]];
  if (callUuid !== null) rows.push([t('proof.recordBy'), t('proof.recordMatched')]);
  if (agreement !== null) rows.push([t('proof.comparison'), comparisonOf(agreement, t)]);
  return section(t('proof.sections.match'), rows);
}

function comparisonOf(agreement: NonNullable<ProofReport['agreement']>, t: Translate): string {
  const words = (['recipient', 'sender', 'header', 'pageCount'] as const).map((each) => {
    const same = agreement[each];
    return t(`proof.compared.${same === null ? 'unknown' : same ? 'same' : 'other'}`, {
      what: t(`proof.comparedWhat.${each}`),
    });
  });
  const after = agreement.startedAfterSeconds;
  if (after === null) return words.join(' · ');
  const started = after < 0 ? t('proof.startedBefore', { n: -after }) : t('proof.startedAfter', { n: after });
  return [...words, started].join(' · ');
}

const checkingSection = ({ document, language }: ProofReport, t: Translate): ReportSection =>
  section(
    t('proof.sections.checking'),
    [],
    [
      t('proof.checkFile', { bytes: grouped(document.bytes, language), attachment: attachmentName }),
      t('proof.checkLimits'),
    ],
  );

type Pair = readonly [label: string, value: string];

const section = (title: string, rows: readonly Pair[], notes: readonly string[] = []): ReportSection => ({
  title,
  rows: rowsOf(rows),
  notes,
});

const rowsOf = (pairs: readonly Pair[]): ReportRow[] => pairs.map(([label, value]) => ({ label, value }));

/** Not by the platform, whose ways change with its versions: the same report must always give the same page. */
const grouped = (value: number, language: ProofReport['language']): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, language === 'tr' ? '.' : ',');

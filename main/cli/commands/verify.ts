import { momentText, pagesText } from '../../../app/proof/report-text';
import type { ProofReport } from '../../../app/proof/report';
import { displayNumber } from '../../../app/phone/fax-number';
import type { Result } from '../../../app/result';
import { createOpenedFiles } from '../../os/opened-files';
import { type Difference, differencesFrom } from '../../proof/compare';
import { programName } from '../../proof/program-name';
import { proofPress } from '../../proof/press';
import type { Command } from '../command';
import { type CommandContext, type OpenAccount, tellFailure } from '../context';
import { type ExitCode, exitCodes } from '../exit-code';

/** Checks a proof: against itself, and against the outbox of this computer where that knows the delivery. */
export async function verify(
  context: CommandContext,
  { file }: Extract<Command, { name: 'verify' }>,
  open: OpenAccount,
): Promise<ExitCode> {
  const { t, terminal } = context;
  const read = await readOne(file);
  if (!read.ok) return tellFailure(context, read.failure);
  const verification = await proofPress.verify(read.value, programName());
  if (!verification.ok) return tellProblem(context, t(`proof.verify.problems.${verification.problem}`), verification);
  const { report, reportPage } = verification;
  const differences = await compareWithOutbox(report, open);
  if (differences !== null && differences.length > 0) {
    const what = differences.map((each) => t(`proof.verify.differences.${each}`)).join(', ');
    const problem = { problem: 'storeDiffers', differences, report };
    return tellProblem(context, t('proof.verify.problems.storeDiffers', { what }), problem);
  }
  const store = differences === null ? 'unknown' : 'agrees';
  for (const line of goodNews(context, report, reportPage, store)) terminal.say(line);
  terminal.json({ verified: true, reportPage, store, report });
  return exitCodes.done;
}

async function readOne(file: string): Promise<Result<Uint8Array>> {
  const files = createOpenedFiles();
  const [opened] = await files.open([file]);
  return files.readWhole(opened?.token ?? '');
}

/** `null` where this computer has no such delivery. */
async function compareWithOutbox(report: ProofReport, open: OpenAccount): Promise<Difference[] | null> {
  const { store } = await open({ onDeliveries: () => undefined });
  const known = store.find(report.delivery.id);
  return known === null ? null : differencesFrom(known.delivery, report);
}

function tellProblem({ t, terminal }: CommandContext, why: string, problem: object): ExitCode {
  terminal.complain(t('proof.verify.notVerified', { why }));
  terminal.json({ verified: false, ...without(problem, 'ok'), message: why });
  return exitCodes.fileUnusable;
}

const without = (value: object, name: string): object =>
  Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));

function goodNews(
  { t }: CommandContext,
  report: ProofReport,
  reportPage: 'same' | 'otherVersion',
  store: 'agrees' | 'unknown',
): string[] {
  const { program, language, document, delivery, outcome, decidedAt } = report;
  return [
    t('proof.verify.verified'),
    t('proof.verify.says', {
      outcome: t(`proof.outcomes.${outcome}`),
      to: displayNumber(delivery.recipient),
      at: momentText(decidedAt, language),
    }),
    t('proof.verify.whole'),
    t('proof.verify.documentSame', { sha256: document.sha256 }),
    t('proof.verify.pagesSame', { pages: pagesText(report, t) }),
    reportPage === 'same' ? t('proof.verify.reportRemade') : t('proof.verify.reportNotRemade', { program }),
    t(store === 'agrees' ? 'proof.verify.storeAgrees' : 'proof.verify.storeUnknown'),
  ];
}

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { lineSeconds } from '../../../app/fax/line-time';
import type { Command } from '../command';
import { type CommandContext, tellFailure } from '../context';
import { type ExitCode, exitCodes } from '../exit-code';
import { pressOrder } from '../press-order';

/** Writes what would be sent, without sending. */
export async function render(
  context: CommandContext,
  { press, out }: Extract<Command, { name: 'render' }>,
): Promise<ExitCode> {
  const pressed = await pressOrder(press);
  if (!pressed.ok) return tellFailure(context, pressed.failure);
  const { pdf } = pressed.value;
  try {
    await writeFile(out, pdf);
  } catch {
    return tellFailure(context, { kind: 'fileNotWritable', name: basename(out) });
  }

  const pages = pressed.value.pages.map(({ file, sourcePage, widthPels, scanLines, t6Bytes }) => ({
    source: press.files[file] ?? '',
    sourcePage,
    widthPels,
    scanLines,
    t6Bytes,
    lineSeconds: Math.round(lineSeconds(t6Bytes) * 10) / 10,
  }));
  const { t, terminal } = context;
  for (const { source, sourcePage, widthPels, scanLines, t6Bytes, lineSeconds: seconds } of pages) {
    const values = { source, page: sourcePage, width: widthPels, lines: scanLines, bytes: t6Bytes, seconds };
    terminal.say(t('cli.pageOf', values));
  }
  const seconds = Math.round(pages.reduce((sum, page) => sum + page.lineSeconds, 0));
  terminal.say(t('cli.rendered', { out, pages: pages.length, bytes: pdf.length, seconds }));
  terminal.json({ pages, bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') });
  return exitCodes.done;
}

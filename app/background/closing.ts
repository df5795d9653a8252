import type { Translate } from '../i18n/translate';
import type { Settings } from '../settings';
import { isUnderWay, type WorkCounts } from './work';

interface ClosingFacts {
  readonly settings: Pick<Settings, 'whenClosed' | 'startAtLogin'>;
  readonly counts: WorkCounts;
  /** The program can be reached with its window hidden: by a tray icon, or macOS's dock. */
  readonly canHide: boolean;
}

/** `hide` and `minimise` keep the program running. */
export type Closing = 'close' | 'hide' | 'minimise' | 'ask';

/**
 * What closing the window does. Nobody is left with a program that runs and can't be reached: without a tray the window
 * is minimised.
 */
export function closingOf({ settings, counts, canHide }: ClosingFacts): Closing {
  if (settings.whenClosed === 'quit') return 'close';
  if (settings.startAtLogin) return canHide ? 'hide' : 'minimise';
  if (!isUnderWay(counts)) return 'close';
  if (settings.whenClosed === 'ask') return 'ask';
  return canHide ? 'hide' : 'minimise';
}

/** A question with its explanation, for a native dialog. */
interface Question {
  readonly message: string;
  readonly detail: string;
}

/** Asked once, at the first close with work under way. */
export const closingQuestion = (t: Translate, counts: WorkCounts, canHide: boolean): Question => ({
  message: t('background.closing.message'),
  detail: [
    standing(t, counts),
    t(canHide ? 'background.closing.detailTray' : 'background.closing.detailMinimise'),
  ].join('\n\n'),
});

/** What quitting leaves behind, in words; `null` when nothing would wait for the next start. */
export function quittingQuestion(t: Translate, counts: WorkCounts): Question | null {
  if (counts.uploading + counts.waiting === 0) return null;
  const lines = [
    counts.uploading > 0 && t('background.quitting.uploading', { n: counts.uploading }),
    counts.waiting > 0 && t('background.quitting.waiting', { n: counts.waiting }),
    counts.following > 0 && t('background.quitting.following', { n: counts.following }),
    counts.asking > 0 && t('background.quitting.asking', { n: counts.asking }),
  ];
  return { message: t('background.quitting.message'), detail: lines.filter((line) => line !== false).join('\n') };
}

/** “Gönderiliyor: 2 · Bekliyor: 5”; empty when there is nothing. */
export function standing(t: Translate, counts: WorkCounts): string {
  const kinds = ['uploading', 'waiting', 'following', 'asking'] as const;
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`background.standing.${kind}`, { n: counts[kind] }))
    .join(' · ');
}

import type { Translate } from '../../app/i18n/translate';
import type { UsageProblem } from './command';

export function usageSentence(t: Translate, { kind, ...values }: UsageProblem): string {
  return t(`cli.problems.${kind}`, values);
}

import type { Failure } from '../../app/failure';
import { failureSentence } from '../../app/i18n/translate';
import { useTexts } from '../language';
import styles from './missing.module.css';
import { missingFrom } from './state';
import type { ComposeModel } from './use-compose';

/** What each part of the form still lacks, once Send has been pressed. */
export function missingFailures({
  state,
  choices,
}: ComposeModel): Record<'pages' | 'recipients' | 'header', Failure | null> {
  const missing = state.attempted ? missingFrom(state, choices, true) : [];
  const of = (...kinds: Failure['kind'][]): Failure | null => missing.find(({ kind }) => kinds.includes(kind)) ?? null;
  return { pages: of('noPages'), recipients: of('noRecipient'), header: of('headerMissing') };
}

export function MissingSentence({ id, failure }: { id: string; failure: Failure | null }) {
  const { t } = useTexts();
  return (
    <p id={id} className={styles.missing} role="alert">
      {failure && failureSentence(t, failure)}
    </p>
  );
}

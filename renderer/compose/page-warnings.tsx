import { assertNever } from '../../app/assert-never';
import type { PageWarning } from '../../app/fax/warnings/page-warnings';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { WarningIcon } from '../ui/icons';
import type { FaxPage } from './press';
import styles from './preview.module.css';
import type { ComposeModel } from './use-compose';

type Mend = 'fine' | 'text' | 'photo' | 'moveDown' | 'removePage';

/** What would help against a warning, where something would. */
function mendOf(warning: PageWarning, { choices }: ComposeModel): Mend | null {
  switch (warning) {
    case 'smallPrint':
      return choices.resolution === 'standard' ? 'fine' : null;
    case 'nearlyBlack':
      return choices.mode === 'photo' ? 'text' : 'photo';
    case 'nearlyEmpty':
      return 'removePage';
    case 'underHeader':
      return choices.topMargin ? null : 'moveDown';
    default:
      return assertNever(warning);
  }
}

const actionOf: Readonly<Record<Mend, (compose: ComposeModel) => void>> = {
  fine: ({ choose }) => choose({ resolution: 'fine' }),
  text: ({ choose }) => choose({ mode: 'text' }),
  photo: ({ choose }) => choose({ mode: 'photo' }),
  moveDown: ({ dispatch }) => dispatch({ kind: 'chosen', draft: { topMargin: true } }),
  removePage: ({ dispatch, state: { shown } }) =>
    shown !== null && dispatch({ kind: 'removed', ids: new Set([shown]) }),
};

/** What may be wrong with the page, and one press to mend it. Nothing here keeps it from being sent. */
export function PageWarnings({ faxPage, compose }: { faxPage: FaxPage | null; compose: ComposeModel }) {
  const { t } = useTexts();
  const warnings = faxPage?.warnings ?? [];
  const locked = compose.state.phase.kind !== 'editing';
  return (
    <div role="status">
      <ul className={styles.warnings}>
        {warnings.map((warning) => {
          const mend = mendOf(warning, compose);
          return (
            <li key={warning}>
              <WarningIcon />
              <span>{t(`ui.compose.pageWarnings.${warning}`)}</span>
              {mend && (
                <Button disabled={locked} onClick={() => actionOf[mend](compose)}>
                  {t(`ui.compose.mends.${mend}`)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { callSeconds } from '../../app/fax/line-time';
import { uploadBytes } from '../../app/fax/upload-size';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { AddIcon, SendIcon } from '../ui/icons';
import styles from './compose-bar.module.css';
import { fieldIds } from './fields';
import { type ComposeModel, useCompose } from './use-compose';

const SendMenu = lazy(() => import('./send-menu'));

/** Adding, what it amounts to, and sending: always in sight. */
export function ComposeBar() {
  const { t } = useTexts();
  const compose = useCompose();
  const { phase } = compose.state;
  return (
    <header className={styles.bar}>
      <h1 className="visuallyHidden">{t('ui.nav.compose')}</h1>
      <Button id={fieldIds.add} icon={AddIcon} onClick={compose.chooseFiles} aria-describedby="compose-add-missing">
        {t('ui.compose.addPages')}
      </Button>
      <NewFax />
      <Summary compose={compose} />
      <div className={styles.sending}>
        <Button
          look="primary"
          icon={SendIcon}
          className={styles.send}
          disabled={phase.kind === 'sent'}
          onClick={() => compose.send()}
        >
          {t('ui.compose.send')}
        </Button>
        <Suspense fallback={<span className={styles.more} />}>
          <SendMenu />
        </Suspense>
      </div>
    </header>
  );
}

/** Asks before pages that were never sent are thrown away. */
export function NewFax() {
  const { t } = useTexts();
  const { state, dispatch, newFax } = useCompose();
  const hasWork = state.pages.now.length > 0 || state.recipients.length > 0;
  return (
    <>
      <Button look="quiet" disabled={!hasWork} onClick={newFax.ask}>
        {t('ui.compose.newFax')}
      </Button>
      {newFax.asking && (
        <Confirm
          title={t('ui.compose.newFaxTitle')}
          text={t('ui.compose.newFaxText')}
          confirm={t('ui.compose.newFaxConfirm')}
          onCancel={newFax.cancel}
          onConfirm={() => {
            newFax.cancel();
            dispatch({ kind: 'startedAnew', keepPages: false });
          }}
        />
      )}
    </>
  );
}

function Summary({ compose: { state, choices, presses } }: { compose: ComposeModel }) {
  const { t, formats } = useTexts();
  useSyncExternalStore(presses.subscribe, presses.version);
  const pages = state.pages.now;
  if (pages.length === 0) return <p className={styles.summary} />;
  const results = pages.map((page) => presses.peek(page, choices));
  const sizes = results.flatMap((result) => (result?.ok ? [result.value.t6.length] : []));
  const { least, most } = callSeconds(sizes);
  const time = t('ui.compose.lineTimeRange', { least: formats.seconds(least), most: formats.seconds(most) });
  const known = sizes.length === pages.length;
  return (
    <p className={styles.summary}>
      <strong>{formats.pages(pages.length)}</strong>
      {known ? (
        <>
          <span title={t('ui.compose.lineTimeHint')}>{time}</span>
          <span title={t('ui.compose.uploadHint')}>
            {t('ui.compose.uploadSize', { size: formats.bytes(uploadBytes(sizes)) })}
          </span>
        </>
      ) : (
        <span>{t('ui.compose.pressing', { done: sizes.length, total: pages.length })}</span>
      )}
    </p>
  );
}

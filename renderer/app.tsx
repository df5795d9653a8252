import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import styles from './app.module.css';
import { ComposeScreen } from './compose/compose-screen';
import { DropTarget } from './compose/drop-target';
import { ComposeContext, useComposeModel } from './compose/use-compose';
import { UndoToast } from './compose/undo-toast';
import { useArrivals } from './compose/use-arrivals';
import { useIncoming } from './compose/use-incoming';
import { WentWrong } from './went-wrong';
import { TextsProvider } from './language';
import { Navigation } from './navigation';
import { OtherScreen, type ScreenName } from './other-screen';
import { OutboxContext, useOutbox, useOutboxFeed } from './outbox/use-outbox';
import { Viewer } from './viewer/load-viewer';
import { keyOf, ViewerContext } from './viewer/viewed';
import { useViewerModel } from './viewer/use-viewer-model';
import { Preloads } from './preloads';
import { KnownContext, useServices } from './services';
import { useKnownFacts, useLanguage } from './use-known';
import { useFocusBack } from './use-focus-back';
import { useMenuCommands } from './use-menu-commands';
import { WelcomeAtStart } from './settings/welcome-at-start';
import { Boundary } from './ui/boundary';

const ArrivalDialog = lazy(() => import('./compose/arrival-dialog'));

/** The window: what is known of main's state, provided to the screens. */
export function App() {
  const services = useServices();
  const { client } = services;
  useEffect(() => void client.call('app.ready'), [client]);
  const known = useKnownFacts(client);
  const language = useLanguage(client, services.language, known.settings);
  const outbox = useOutboxFeed(client, known.keyStatus);
  return (
    <TextsProvider language={language}>
      <KnownContext value={known}>
        <OutboxContext value={outbox}>
          <Shell />
        </OutboxContext>
      </KnownContext>
    </TextsProvider>
  );
}

/** Navigation and screens. The send window stays mounted, so that nothing on it is lost. */
function Shell() {
  const { client } = useServices();
  const [screen, setScreen] = useState<ScreenName>('compose');
  const [askingForKey, setAskingForKey] = useState(false);
  const compose = useComposeModel(() => setAskingForKey(true));
  const showCompose = useMemo(() => () => setScreen('compose'), []);
  useIncoming(compose, showCompose);
  const { asked, arrive } = useArrivals(compose, showCompose);
  const viewer = useViewerModel(arrive);
  const { view } = viewer;
  useFocusBack(viewer.viewed !== null);
  const show = useMemo(
    () =>
      (to: ScreenName): void => {
        view(null);
        setScreen(to);
      },
    [view],
  );
  useMenuCommands(compose, screen, show);
  const outbox = useOutbox();
  useEffect(
    () =>
      client.on('outboxAsked', (asked) => {
        outbox.ask(asked);
        show('outbox');
      }),
    [client, outbox, show],
  );
  return (
    <ComposeContext value={compose}>
      <ViewerContext value={viewer}>
        <div className={styles.window}>
          <Navigation screen={screen} onShow={show} />
          <main className={styles.main}>
            <div className={styles.screen} hidden={screen !== 'compose' || viewer.viewed !== null}>
              <Boundary>
                <ComposeScreen />
              </Boundary>
            </div>
            {screen !== 'compose' && (
              <div className={styles.screen} hidden={viewer.viewed !== null}>
                <OtherScreen name={screen} />
              </div>
            )}
            {viewer.viewed && (
              <Boundary key={keyOf(viewer.viewed)}>
                <Suspense fallback={null}>
                  <Viewer viewed={viewer.viewed} onClose={() => view(null)} />
                </Suspense>
              </Boundary>
            )}
          </main>
          <DropTarget />
          <Preloads />
          <UndoToast onUndo={showCompose} />
          <WentWrong />
          {asked && (
            <Suspense fallback={null}>
              <ArrivalDialog asked={asked} />
            </Suspense>
          )}
          <WelcomeAtStart asked={askingForKey} onClose={() => setAskingForKey(false)} />
        </div>
      </ViewerContext>
    </ComposeContext>
  );
}

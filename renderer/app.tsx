import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import styles from './app.module.css';
import { ComposeScreen } from './compose/compose-screen';
import { DropTarget } from './compose/drop-target';
import { ComposeContext, useComposeModel } from './compose/use-compose';
import { UndoToast } from './compose/undo-toast';
import { useArrivals } from './compose/use-arrivals';
import { useIncoming } from './compose/use-incoming';
import { TextsProvider } from './language';
import { Navigation } from './navigation';
import { OtherScreen, type ScreenName } from './other-screen';
import { OutboxContext, useOutbox, useOutboxFeed } from './outbox/use-outbox';
import { KnownContext, useServices } from './services';
import { useKnownFacts, useLanguage } from './use-known';
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
  const asked = useArrivals(compose, showCompose);
  useMenuCommands(compose, screen, setScreen);
  const outbox = useOutbox();
  useEffect(
    () =>
      client.on('outboxAsked', (asked) => {
        outbox.ask(asked);
        setScreen('outbox');
      }),
    [client, outbox],
  );
  return (
    <ComposeContext value={compose}>
      <div className={styles.window}>
        <Navigation screen={screen} onShow={setScreen} />
        <main className={styles.main}>
          <div className={styles.screen} hidden={screen !== 'compose'}>
            <Boundary>
              <ComposeScreen />
            </Boundary>
          </div>
          {screen !== 'compose' && <OtherScreen name={screen} />}
        </main>
        <DropTarget />
        <UndoToast onUndo={showCompose} />
        {asked && (
          <Suspense fallback={null}>
            <ArrivalDialog asked={asked} />
          </Suspense>
        )}
        <WelcomeAtStart asked={askingForKey} onClose={() => setAskingForKey(false)} />
      </div>
    </ComposeContext>
  );
}

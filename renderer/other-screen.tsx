import { Suspense } from 'react';
import { Boundary } from './ui/boundary';
import { loadedApart } from './ui/loaded-apart';

const screens = {
  outbox: loadedApart(() => import('./outbox/outbox-screen')),
  pending: loadedApart(() => import('./records/pending-screen')),
  records: loadedApart(() => import('./records/records-screen')),
  settings: loadedApart(() => import('./settings/settings-screen')),
};

/** Their first opening need not wait for their code. */
export function preloadScreens(): void {
  for (const { preload } of Object.values(screens)) void preload();
}

export type ScreenName = 'compose' | keyof typeof screens;

/** Any screen but the send window; each is loaded when first shown, if it was not before. */
export function OtherScreen({ name }: { name: keyof typeof screens }) {
  const Shown = screens[name];
  return (
    <Boundary key={name}>
      <Suspense fallback={null}>
        <Shown />
      </Suspense>
    </Boundary>
  );
}

import { lazy, Suspense } from 'react';
import { Boundary } from './ui/boundary';

const loadOutbox = () => import('./outbox/outbox-screen');

const screens = {
  outbox: lazy(loadOutbox),
  pending: lazy(() => import('./records/pending-screen')),
  records: lazy(() => import('./records/records-screen')),
  settings: lazy(() => import('./settings/settings-screen')),
};

/** The outbox is looked at soon after most starts: its first opening need not wait for its code. */
export const preloadOutbox = (): void => void loadOutbox();

export type ScreenName = 'compose' | keyof typeof screens;

/** Any screen but the send window; each is loaded when first shown. */
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

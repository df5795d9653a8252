import { lazy, Suspense } from 'react';
import { Boundary } from './ui/boundary';

const screens = {
  outbox: lazy(() => import('./outbox/outbox-screen')),
  pending: lazy(() => import('./records/pending-screen')),
  records: lazy(() => import('./records/records-screen')),
  settings: lazy(() => import('./settings/settings-screen')),
};

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

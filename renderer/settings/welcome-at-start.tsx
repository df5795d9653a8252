import { lazy, Suspense, useState } from 'react';
import { useKnown } from '../services';

const Welcome = lazy(() => import('./welcome'));

interface WelcomeAtStartProps {
  /** Whether something just needed the key. */
  asked: boolean;
  onClose: () => void;
}

/** The welcome comes by itself once, when there is no key, and again when asked for. */
export function WelcomeAtStart({ asked, onClose }: WelcomeAtStartProps) {
  const { keyStatus } = useKnown();
  const [seen, setSeen] = useState(false);
  // A key that was there and was deleted is no first start.
  if (!seen && keyStatus && keyStatus.kept !== 'none') setSeen(true);
  const needed = keyStatus?.kept === 'none' && (asked || !seen);
  if (!needed) return null;
  return (
    <Suspense fallback={null}>
      <Welcome
        keychainAvailable={keyStatus.keychainAvailable}
        onClose={() => {
          setSeen(true);
          onClose();
        }}
      />
    </Suspense>
  );
}

import { startTransition, Suspense, useEffect, useState } from 'react';
import { Boundary } from '../ui/boundary';
import { Preview } from './apart';
import { PagesColumn } from './pages-column';
import type { Page, Source } from './pages';
import styles from './rehearsal.module.css';
import { ComposeContext, type ComposeModel, useCompose } from './use-compose';

/** So many pages one after the other: a list that is there is drawn otherwise than a new one. */
const STEPS: readonly number[] = [1, 4, 12];

const source: Source = { file: new Blob(), name: '', pageCount: 1 };
const PAGES: readonly Page[] = Array.from({ length: Math.max(...STEPS) }, (_, at) => ({
  id: `rehearsal-${at}`,
  source,
  sourcePage: at + 1,
  rotation: 0,
}));

/**
 * Draws pages that nobody sees, so that the first ones somebody waits for are drawn by code that is compiled already:
 * nothing held the window up for longer (decision 0050). Not where there are pages.
 */
export function Rehearsal() {
  const compose = useCompose();
  const [step, setStep] = useState(0);
  const count = compose.state.pages.now.length === 0 ? STEPS[step] : undefined;
  useEffect(() => {
    if (count === undefined) return undefined;
    const frame = requestAnimationFrame(() => startTransition(() => setStep((now) => now + 1)));
    return () => cancelAnimationFrame(frame);
  }, [count]);
  if (count === undefined) return null;
  return (
    <div className={styles.unseen} inert aria-hidden="true">
      <Boundary>
        <ComposeContext value={rehearsed(compose, count)}>
          <Suspense fallback={null}>
            <PagesColumn />
            <Preview />
          </Suspense>
        </ComposeContext>
      </Boundary>
    </div>
  );
}

/** The model with pages that never get a picture, as while files are read; it does nothing. */
const rehearsed = (compose: ComposeModel, count: number): ComposeModel => ({
  ...compose,
  state: {
    ...compose.state,
    pages: { ...compose.state.pages, now: PAGES.slice(0, count) },
    shown: PAGES[0]?.id ?? null,
    reading: PAGES.length - count,
  },
  thumbnails: () => new Promise(() => undefined),
  dispatch: () => undefined,
});

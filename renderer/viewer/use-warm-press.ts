import { useEffect } from 'react';
import { useServices } from '../services';
import { Viewer } from './load-viewer';

/** Loads the viewer and what documents are drawn by while the user looks at a list of them, so that the first one opens at once. */
export function useWarmPress(): void {
  const { openPress } = useServices();
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      void Viewer.preload();
      void openPress().then((press) => press.warm());
    });
    return () => cancelIdleCallback(idle);
  }, [openPress]);
}

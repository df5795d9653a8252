import { useEffect, useState } from 'react';
import { useTexts } from '../language';
import { DropIcon } from '../ui/icons';
import styles from './drop-target.module.css';

/** Shown over the whole window while files are dragged over it. */
export function DropTarget() {
  const { t } = useTexts();
  const over = useFilesOver();
  if (!over) return null;
  return (
    <div className={styles.target}>
      <div className={styles.message}>
        <DropIcon size={40} />
        <p>{t('ui.compose.dropHere')}</p>
      </div>
    </div>
  );
}

/** Enter and leave come for every element under the pointer, so they are counted. */
function useFilesOver(): boolean {
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const change = (by: number) => (event: DragEvent) => {
      if (hasFiles(event)) setDepth((deep) => Math.max(0, deep + by));
    };
    window.addEventListener('dragenter', change(1), { signal: stop.signal });
    window.addEventListener('dragleave', change(-1), { signal: stop.signal });
    window.addEventListener('drop', () => setDepth(0), { signal: stop.signal, capture: true });
    return () => stop.abort();
  }, []);
  return depth > 0;
}

export const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

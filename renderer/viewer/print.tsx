import { useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Turn } from '../../app/fax/placement';
import type { Result } from '../../app/result';
import { useServices } from '../services';
import { each } from './export';
import type { ViewedDocument } from './openings';
import styles from './print.module.css';

interface PrintProps {
  document: ViewedDocument;
  turnOf: (page: number) => Turn;
  onEnd: (outcome: Result<'printed' | 'cancelled' | 'failed'>) => void;
}

/** The pages at the dots of a fax, on paper only, and the system's dialog for them. */
export function Print({ document: viewed, turnOf, onEnd }: PrintProps) {
  const { client, openPress } = useServices();
  const { file, pageCount } = viewed;
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const end = useEffectEvent(onEnd);
  const turns = useEffectEvent(turnOf);
  useEffect(() => {
    let urls: string[] = [];
    const leaving = new AbortController();
    void (async () => {
      const pages = Array.from({ length: pageCount }, (_, index) => ({
        sourcePage: index + 1,
        rotation: turns(index + 1),
      }));
      const press = await openPress();
      const made = await each(pages, (page) => press.png(file, page));
      if (leaving.signal.aborted) return;
      if (!made.ok) {
        end(made);
        return;
      }
      urls = made.value.map((png) =>
        URL.createObjectURL(new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' })),
      );
      setPictures(urls);
    })();
    return () => {
      leaving.abort();
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [file, pageCount, openPress]);
  const print = useEffectEvent((): void => {
    void client.call('document.print').then((outcome) => end({ ok: true, value: outcome }));
  });
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (pictures.length > 0 && shown === pictures.length) print();
  }, [pictures.length, shown]);
  return createPortal(
    <div className={styles.pages} aria-hidden="true">
      {pictures.map((url) => (
        <div key={url} className={styles.page}>
          <img src={url} alt="" onLoad={() => setShown((before) => before + 1)} />
        </div>
      ))}
    </div>,
    document.body,
  );
}

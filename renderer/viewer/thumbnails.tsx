import { useEffect, useRef, useState } from 'react';
import type { Turn } from '../../app/fax/placement';
import type { SourceFile } from '../compose/press';
import type { PaperSize } from '../compose/worker/protocol';
import { useTexts } from '../language';
import { PagePicture } from './page-picture';
import { turnedPaper, usualPaper } from './zoom';
import styles from './viewer.module.css';

const WIDTH = 84;

interface ThumbnailsProps {
  file: SourceFile;
  pageCount: number;
  /** The page that is looked at comes before them. */
  isWaiting: boolean;
  turnOf: (page: number) => Turn;
  current: number;
  onShow: (page: number) => void;
}

/** The pages, small, to go to one. Each is drawn when it comes into sight. */
export function Thumbnails({ file, pageCount, isWaiting, turnOf, current, onShow }: ThumbnailsProps) {
  const { t } = useTexts();
  return (
    <nav className={styles.thumbnails} aria-label={t('viewer.pages')}>
      <ol>
        {Array.from({ length: pageCount }, (_, index) => (
          <li key={index}>
            <Thumbnail
              file={file}
              page={index + 1}
              isWaiting={isWaiting}
              turn={turnOf(index + 1)}
              isCurrent={current === index + 1}
              onShow={onShow}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface ThumbnailProps {
  file: SourceFile;
  page: number;
  isWaiting: boolean;
  turn: Turn;
  isCurrent: boolean;
  onShow: (page: number) => void;
}

function Thumbnail({ file, page, isWaiting, turn, isCurrent, onShow }: ThumbnailProps) {
  const { t } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  const isSeen = useSeen(button);
  const [paper, setPaper] = useState<PaperSize>(usualPaper);
  const { widthInch, heightInch } = turnedPaper(paper, turn);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const learn = (_page: number, size: PaperSize): void =>
    setPaper((known) => (known.widthInch === size.widthInch && known.heightInch === size.heightInch ? known : size));
  const [onSize] = useState(() => learn);
  const height = Math.round((WIDTH * heightInch) / widthInch);
  return (
    <button
      ref={button}
      type="button"
      className={styles.thumbnail}
      aria-label={t('viewer.page', { n: page })}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => onShow(page)}
    >
      <span className={styles.small} style={{ width: WIDTH, height }}>
        {isSeen && !isWaiting && (
          <PagePicture {...{ file, page, turn, height, onSize }} isThumbnail width={WIDTH} className={styles.paper} />
        )}
      </span>
      <span>{page}</span>
    </button>
  );
}

/** Whether it has come near the visible part of the list. */
function useSeen(element: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current || seen) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && setSeen(true), {
      rootMargin: '200px',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}

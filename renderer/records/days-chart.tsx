import type { Overview } from '../../app/history/overview';
import { useTexts } from '../language';
import styles from './overview.module.css';
import { axisTop, type Span, spansOf } from './spans';

const HEIGHT = 160;
const WIDTH = 800;
const parts = ['sent', 'failed', 'received'] as const;

/** Faxes by day as stacked bars, and the same as a table. */
export function DaysChart({ days }: { days: Overview['days'] }) {
  const { t, formats } = useTexts();
  const { by, spans } = spansOf(days);
  const title = t(by === 'day' ? 'history.overview.byDay' : 'history.overview.byMonth');
  const top = axisTop(Math.max(...spans.map(({ sent, failed, received }) => sent + failed + received), 0));
  const step = WIDTH / spans.length;
  const nameOf = (span: Span | undefined): string => (span ? formats.calendar(span.name) : '');
  const [from, to] = [nameOf(spans[0]), nameOf(spans.at(-1))];
  const label = t('history.overview.chart', { title, from, to });
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <h2>{title}</h2>
        <ul className={styles.key}>
          {parts.map((part) => (
            <li key={part} data-part={part}>
              {t(`history.overview.${part}`)}
            </li>
          ))}
        </ul>
      </figcaption>
      <div className={styles.plot}>
        <div className={styles.axis} aria-hidden="true">
          <span>{formats.number(top)}</span>
          <span>0</span>
        </div>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
          {spans.map((span, index) => (
            <Bar key={span.name} span={span} x={index * step} width={step} scale={HEIGHT / top} />
          ))}
        </svg>
        <div className={styles.ends} aria-hidden="true">
          <span>{from}</span>
          <span>{to}</span>
        </div>
      </div>
      <details className={styles.details}>
        <summary>{t('history.overview.asTable')}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(by === 'day' ? 'history.overview.day' : 'history.overview.month')}</th>
              {parts.map((part) => (
                <th key={part} scope="col">
                  {t(`history.overview.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spans.map((span) => (
              <tr key={span.name}>
                <th scope="row">{nameOf(span)}</th>
                {parts.map((part) => (
                  <td key={part}>{formats.number(span[part])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

interface BarProps {
  span: Span;
  x: number;
  width: number;
  scale: number;
}

function Bar({ span, x, width, scale }: BarProps) {
  const { t, formats } = useTexts();
  const counts = parts.map((part) => `${t(`history.overview.${part}`)} ${formats.number(span[part])}`).join(', ');
  const gap = Math.min(width * 0.2, 3);
  const pieces = parts.map((part, index) => {
    const below = parts.slice(0, index).reduce((sum, each) => sum + span[each], 0);
    const height = span[part] * scale;
    return { part, y: HEIGHT - below * scale - height, height };
  });
  return (
    <g>
      <title>{`${formats.calendar(span.name)}: ${counts}`}</title>
      {pieces.map(({ part, y, height }) => (
        <rect key={part} data-part={part} x={x + gap / 2} y={y} width={width - gap} height={height} />
      ))}
    </g>
  );
}

import { useTexts } from '../language';
import styles from './overview.module.css';

interface NumbersChartProps {
  title: string;
  /** What `first` and `second` count. */
  parts: readonly ['sent' | 'received', 'failed' | 'missed'];
  rows: readonly { readonly number: string; readonly label: string; readonly first: number; readonly second: number }[];
}

const MOST_ROWS = 10;

/** The numbers with most faxes: a table whose bars only repeat its figures. */
export function NumbersChart({ title, parts, rows }: NumbersChartProps) {
  const { t, formats } = useTexts();
  const shown = rows.slice(0, MOST_ROWS);
  const most = Math.max(...shown.map(({ first, second }) => first + second), 1);
  if (shown.length === 0) return null;
  const share = (count: number) => ({ width: `${String((count / most) * 100)}%` });
  return (
    <section className={styles.chart}>
      <h2>{title}</h2>
      <table className={styles.numbers}>
        <thead>
          <tr>
            <th scope="col">{t('history.overview.number')}</th>
            <th scope="col" aria-hidden="true" />
            {parts.map((part) => (
              <th key={part} scope="col" className={styles.figure}>
                {t(`history.overview.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ number, label, first, second }) => (
            <tr key={number}>
              <th scope="row">{label}</th>
              <td aria-hidden="true">
                <div className={styles.share}>
                  <span data-part={parts[0]} style={share(first)} />
                  <span data-part={parts[1]} style={share(second)} />
                </div>
              </td>
              <td className={styles.figure}>{formats.number(first)}</td>
              <td className={styles.figure}>{formats.number(second)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

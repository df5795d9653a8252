import { HEADER_TEXT_LIMIT, transliterateHeader } from '../../app/fax/header';
import { useTexts } from '../language';
import styles from './preview.module.css';
import type { ComposeModel } from './use-compose';

/** The months as machines print them, in every country. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (n: number): string => String(n).padStart(2, '0');

function stampOf(now: Date): string {
  const day = `${two(now.getDate())}-${months[now.getMonth()] ?? ''}-${String(now.getFullYear())}`;
  return `${day}  ${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** What the receiver prints over the page's upper edge, about as it will look. */
export function HeaderLine({ compose: { state, choices } }: { compose: ComposeModel }) {
  const { t } = useTexts();
  const pages = state.pages.now;
  const page = pages.findIndex(({ id }) => id === state.shown) + 1;
  const parts = [
    stampOf(new Date()),
    transliterateHeader(choices.header).slice(0, HEADER_TEXT_LIMIT),
    choices.sender ?? '',
    `p.${String(page)}/${String(pages.length)}`,
  ];
  return (
    <div className={styles.headerLine} title={t('ui.compose.headerStrip')}>
      {parts.map((part, i) => (
        <span key={i}>{part}</span>
      ))}
    </div>
  );
}

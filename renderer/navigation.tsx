import { useTexts } from './language';
import styles from './navigation.module.css';
import type { ScreenName } from './other-screen';
import { countOf } from './outbox/filters';
import { useOutboxStatus } from './outbox/use-outbox';
import { useSync } from './records/use-sync';
import { useKnown } from './services';
import { FaxIcon, type Icon, OutboxIcon, PendingIcon, RecordsIcon, SettingsIcon } from './ui/icons';

const places: readonly (readonly [ScreenName, Icon])[] = [
  ['compose', FaxIcon],
  ['outbox', OutboxIcon],
  ['pending', PendingIcon],
  ['records', RecordsIcon],
  ['settings', SettingsIcon],
];

interface NavigationProps {
  screen: ScreenName;
  onShow: (screen: ScreenName) => void;
}

export function Navigation({ screen, onShow }: NavigationProps) {
  const { t } = useTexts();
  return (
    <nav className={styles.navigation} aria-label={t('ui.nav.label')}>
      <ul className={styles.places}>
        {places.map(([name, Sign]) => (
          <li key={name}>
            <button
              type="button"
              className={styles.place}
              aria-current={name === screen ? 'page' : undefined}
              onClick={() => onShow(name)}
            >
              <Sign size={18} />
              <span>{t(`ui.nav.${name}`)}</span>
              {name === 'outbox' && <OutboxCount />}
              {name === 'records' && <UnreadCount />}
            </button>
          </li>
        ))}
      </ul>
      <DemoMark />
    </nav>
  );
}

function OutboxCount() {
  const { t } = useTexts();
  const status = useOutboxStatus();
  if (status === null) return null;
  const needDecision = countOf('needsDecision', status);
  const onTheWay = countOf('waiting', status) + countOf('sending', status);
  const count = needDecision > 0 ? needDecision : onTheWay;
  if (count === 0) return null;
  const words = t(needDecision > 0 ? 'ui.nav.needDecision' : 'ui.nav.onTheWay', { n: count });
  return (
    <span className={styles.count} data-asking={needDecision > 0 || undefined} title={words}>
      <span aria-hidden="true">{count}</span>
      <span className="visuallyHidden">{words}</span>
    </span>
  );
}

function UnreadCount() {
  const { t } = useTexts();
  const count = useSync().status?.unreadCount ?? 0;
  if (count === 0) return null;
  const words = t('history.unread', { n: count });
  return (
    <span className={styles.count} title={words}>
      <span aria-hidden="true">{count}</span>
      <span className="visuallyHidden">{words}</span>
    </span>
  );
}

/** Nobody should take a demo fax for a real one. */
function DemoMark() {
  const { t } = useTexts();
  const { keyStatus } = useKnown();
  if (keyStatus?.kept !== 'demo') return null;
  return (
    <p className={styles.demo} title={t('ui.demo.hint')}>
      {t('ui.demo.mark')}
    </p>
  );
}

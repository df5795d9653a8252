import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { officeMoment } from '../../app/outbox/office-hours';
import { useTexts } from '../language';
import { useKnown } from '../services';
import { DownIcon } from '../ui/icons';
import { SendAtDialog } from './send-at-dialog';
import styles from './send-menu.module.css';
import { useCompose } from './use-compose';

/** When to send: now, at a set time, in office hours. */
export default function SendMenu() {
  const { t, language } = useTexts();
  const { send, state } = useCompose();
  const [askingWhen, setAskingWhen] = useState(false);
  const choose = (key: string): void => {
    if (key === 'at') setAskingWhen(true);
    else send({ kind: key === 'officeHours' ? 'officeHours' : 'now' });
  };
  return (
    <I18nProvider locale={language}>
      <MenuTrigger>
        <Button className={styles.more ?? ''} isDisabled={state.phase.kind === 'sent'} aria-label={t('sending.more')}>
          <DownIcon />
        </Button>
        <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
          <Menu className={styles.menu ?? ''} aria-label={t('sending.more')} onAction={(key) => choose(String(key))}>
            <MenuItem id="now" className={styles.item ?? ''}>
              {t('sending.now')}
            </MenuItem>
            <MenuItem id="at" className={styles.item ?? ''}>
              {t('sending.at')}
            </MenuItem>
            <MenuItem id="officeHours" className={styles.item ?? ''} textValue={t('sending.officeHours')}>
              {t('sending.officeHours')}
              <OfficeHint />
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {askingWhen && (
        <SendAtDialog
          onClose={() => setAskingWhen(false)}
          onMoment={(at) => {
            setAskingWhen(false);
            send({ kind: 'at', at });
          }}
        />
      )}
    </I18nProvider>
  );
}

function OfficeHint() {
  const { t, formats } = useTexts();
  const { settings } = useKnown();
  const [now] = useState(() => Date.now());
  if (settings === null) return null;
  const moment = officeMoment(settings.officeHours, now);
  return (
    <small>
      {moment <= now ? t('sending.officeHoursNow') : t('sending.officeHoursHint', { moment: formats.moment(moment) })}
    </small>
  );
}

import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { together } from './arrivals';
import type { AskedArrivals } from './use-arrivals';
import { useCompose } from './use-compose';

const NAMED = 3;

/** Asks, once for all that came, whether it belongs to the fax that is open. */
export default function ArrivalDialog({ asked: { arrivals, answer } }: { asked: AskedArrivals }) {
  const { t, formats } = useTexts();
  const { state } = useCompose();
  const { files, numbers } = together(arrivals);
  const names = [...files.map(({ file }) => file.name), ...numbers];
  const more = names.length - NAMED;
  const shown = names.slice(0, NAMED).map((name) => <li key={name}>{name}</li>);
  const actions = (
    <>
      <Button look="quiet" onClick={() => answer('nowhere')}>
        {t('ui.common.cancel')}
      </Button>
      <Button onClick={() => answer('anew')}>{t('ui.arrivals.anew')}</Button>
      <Button look="primary" onClick={() => answer('here')}>
        {t('ui.arrivals.here')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('ui.arrivals.title')} onClose={() => answer('nowhere')} actions={actions}>
      <ul>
        {shown}
        {more > 0 && <li>{t('ui.arrivals.more', { n: more })}</li>}
      </ul>
      <p>{t('ui.arrivals.text', { pages: formats.pages(state.pages.now.length) })}</p>
    </Dialog>
  );
}

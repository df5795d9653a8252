import { useDisplayNumber } from '../compose/use-phone';
import { useTexts } from '../language';
import { Button, IconButton } from '../ui/button';
import { Select } from '../ui/field';
import {
  CopyIcon,
  FitPageIcon,
  FitWidthIcon,
  OutboundIcon,
  PreviousIcon,
  PrintIcon,
  ProofIcon,
  ReplyIcon,
  RotateLeftIcon,
  RotateRightIcon,
  ZoomInIcon,
  ZoomOutIcon,
} from '../ui/icons';
import type { SaveType } from './export';
import type { ViewerCommand } from './keys';
import { otherSide } from './names';
import type { Deeds } from './use-deeds';
import type { Viewed } from './viewed';
import styles from './viewer.module.css';
import type { Zoom } from './zoom';

interface OpenedBar {
  page: number;
  pages: number;
  zoom: Zoom;
  busy: boolean;
  deeds: Pick<Deeds, 'save' | 'forward' | 'reply' | 'saveProof'>;
  onCommand: (command: ViewerCommand) => void;
}

interface BarProps {
  viewed: Viewed;
  onClose: () => void;
  /** Without it the document isn't there yet. */
  opened?: OpenedBar;
}

export function Bar({ viewed, onClose, opened }: BarProps) {
  const { t } = useTexts();
  const display = useDisplayNumber();
  const { number, isReceived } = otherSide(viewed);
  const isInternal = viewed.kind === 'record' && viewed.record.direction === 'internal';
  const kind = isInternal ? 'internal' : isReceived ? 'received' : 'sent';
  return (
    <header className={styles.bar}>
      <IconButton icon={PreviousIcon} label={t('viewer.back')} onClick={onClose} />
      <h1 className={styles.title}>{t(`viewer.${kind}`, { number: display(number) })}</h1>
      {opened && <Tools {...opened} />}
    </header>
  );
}

function Tools({ page, pages, zoom, busy, deeds, onCommand }: OpenedBar) {
  const { t, formats } = useTexts();
  const tool = (icon: typeof PrintIcon, command: ViewerCommand, label: string, pressed?: boolean) => (
    <IconButton icon={icon} label={label} aria-pressed={pressed} onClick={() => onCommand(command)} />
  );
  return (
    <>
      <span className={styles.count} aria-live="polite">
        {t('viewer.place', { n: page, total: pages })}
      </span>
      <div className={styles.group} role="group" aria-label={t('viewer.zoom')}>
        <span className={styles.factor}>{typeof zoom === 'number' && formats.percent(zoom)}</span>
        {tool(ZoomOutIcon, 'zoomOut', t('viewer.zoomOut'))}
        {tool(ZoomInIcon, 'zoomIn', t('viewer.zoomIn'))}
        {tool(FitWidthIcon, 'fitWidth', t('viewer.fitWidth'), zoom === 'width')}
        {tool(FitPageIcon, 'fitPage', t('viewer.fitPage'), zoom === 'page')}
      </div>
      <div className={styles.group}>
        {tool(RotateLeftIcon, 'rotateLeft', t('viewer.rotateLeft'))}
        {tool(RotateRightIcon, 'rotateRight', t('viewer.rotateRight'))}
      </div>
      <div className={styles.group}>
        {tool(PrintIcon, 'print', t('viewer.print'))}
        {tool(CopyIcon, 'copy', t('viewer.copy'))}
        <Saving busy={busy} onSave={deeds.save} />
        {deeds.saveProof && (
          <IconButton icon={ProofIcon} label={t('viewer.saveProof')} disabled={busy} onClick={deeds.saveProof} />
        )}
      </div>
      <div className={styles.group}>
        {deeds.reply && (
          <Button look="quiet" icon={ReplyIcon} title={t('viewer.replyHint')} onClick={deeds.reply}>
            {t('viewer.reply')}
          </Button>
        )}
        <Button look="quiet" icon={OutboundIcon} title={t('viewer.forwardHint')} onClick={deeds.forward}>
          {t('viewer.forward')}
        </Button>
      </div>
    </>
  );
}

const types: readonly SaveType[] = ['pdf', 'tiff', 'png'];

/** A choice that is done at once and never stays chosen. */
function Saving({ busy, onSave }: { busy: boolean; onSave: (type: SaveType) => void }) {
  const { t } = useTexts();
  const choose = (value: string): void => {
    const type = types.find((each) => each === value);
    if (type) onSave(type);
  };
  return (
    <Select
      className={styles.saving}
      aria-label={t('viewer.save')}
      disabled={busy}
      value=""
      onChange={({ target }) => choose(target.value)}
    >
      <option value="" hidden>
        {t('viewer.save')}
      </option>
      {types.map((type) => (
        <option key={type} value={type}>
          {t(`viewer.saveAs.${type}`)}
        </option>
      ))}
    </Select>
  );
}

import { nextStep } from '../../app/i18n/next-step';
import type { Delivery } from '../../app/outbox/delivery';
import { useTexts } from '../language';
import { Button, IconButton } from '../ui/button';
import { CloseIcon, OpenIcon } from '../ui/icons';
import { Progress } from '../ui/progress';
import { Decision } from './decision';
import styles from './delivery-detail.module.css';
import { toneOf } from './delivery-tone';
import { doableOf } from './doable';
import { isProvable } from './provable';
import { Resend, ResendQuestion } from './resend';
import { StateWords } from './state-words';
import { Timeline } from './timeline';
import { ToneSign } from './tone-sign';
import { useActions } from './use-actions';
import { useHistory } from './use-history';
import { useDocumentAhead } from '../viewer/use-document';
import { useViewer } from '../viewer/viewed';
import { useUploadShare } from './use-outbox';

interface DeliveryDetailProps {
  delivery: Delivery;
  display: (digits: string) => string;
  onClose: () => void;
}

/** One delivery: how it stands, what can be done with it, what happened so far. */
export function DeliveryDetail({ delivery, display, onClose }: DeliveryDetailProps) {
  const { t } = useTexts();
  const { view } = useViewer();
  useDocumentAhead({ kind: 'delivery', delivery });
  const actions = useActions();
  const history = useHistory(delivery.id);
  const { cancel, retryNow, resend } = doableOf([delivery]);
  const tone = toneOf(delivery.state);
  const step = nextStep(t, delivery.state);
  return (
    <aside className={styles.detail} aria-label={t('outbox.detail')}>
      <header className={styles.head}>
        <h2 className={styles.number} data-selectable>
          {display(delivery.recipient)}
        </h2>
        <IconButton icon={CloseIcon} label={t('outbox.closeDetail')} onClick={onClose} />
      </header>
      <div className={styles.state} data-tone={tone} role="status">
        <ToneSign tone={tone} />
        <StateWords delivery={delivery} />
      </div>
      {step !== null && <p className={styles.step}>{step}</p>}
      <Upload delivery={delivery} />
      {delivery.state.kind === 'needsDecision' && (
        <Decision
          deliveryId={delivery.id}
          why={delivery.state.why}
          onDecide={(decision) => actions.decide(delivery.id, decision)}
          onRecognise={(callUuid) => actions.recognise(delivery.id, callUuid)}
        />
      )}
      <div className={styles.actions}>
        <Button icon={OpenIcon} onClick={() => view({ kind: 'delivery', delivery })}>
          {t('ui.outbox.openDocument')}
        </Button>
        {isProvable(delivery.state) && (
          <Button busy={actions.making} disabled={actions.making} onClick={() => actions.saveProof(delivery.id)}>
            {t('ui.outbox.saveProof')}
          </Button>
        )}
        {retryNow.length > 0 && <Button onClick={() => actions.retryNow(retryNow)}>{t('outbox.retryNow')}</Button>}
        {cancel.length > 0 && <Button onClick={() => actions.cancel(cancel)}>{t('ui.outbox.cancel')}</Button>}
        {resend.length > 0 && (
          <Resend
            delivered={delivery.state.kind === 'delivered'}
            onResend={(again) => actions.resend([delivery.id], again)}
          />
        )}
      </div>
      {actions.failure && (
        <p role="alert" className={styles.failure}>
          {actions.failure}
        </p>
      )}
      <ResendQuestion doubt={actions.doubt} />
      <Facts delivery={delivery} display={display} />
      <h3>{t('outbox.timelineTitle')}</h3>
      {history && <Timeline entries={history.entries} />}
    </aside>
  );
}

function Upload({ delivery }: { delivery: Delivery }) {
  const { t } = useTexts();
  const share = useUploadShare(delivery.id);
  if (delivery.state.kind !== 'sending') return null;
  return <Progress label={t('ui.outbox.uploading')} share={share} />;
}

function Facts({ delivery, display }: Pick<DeliveryDetailProps, 'delivery' | 'display'>) {
  const { t, formats } = useTexts();
  const { state, sender, sendAt } = delivery;
  const orderId = 'orderId' in state ? state.orderId : null;
  const facts: readonly (readonly [Parameters<typeof t>[0], string | null])[] = [
    ['outbox.facts.pages', formats.pages(delivery.pageCount)],
    ['outbox.facts.header', delivery.header],
    ['outbox.facts.sender', sender === null ? t('outbox.facts.senderDefault') : display(sender)],
    ['outbox.facts.created', formats.moment(delivery.createdAt)],
    ['outbox.facts.sendAt', sendAt === null ? null : formats.moment(sendAt)],
    ['outbox.facts.orderId', orderId ?? null],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{t(name)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

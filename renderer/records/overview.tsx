import { useEffect, useState } from 'react';
import type { Overview as Facts } from '../../app/history/overview';
import { useDisplayNumber } from '../compose/use-phone';
import { useTexts } from '../language';
import { useServices } from '../services';
import { Empty } from '../ui/screen';
import { DaysChart } from './days-chart';
import styles from './overview.module.css';
import { NumbersChart } from './numbers-chart';
import { inEveryDirection, questionOf, type RecordsView } from './view';

/** What the records that are let through come to, in every direction: each has its own place here. */
export function Overview({ view }: { view: RecordsView }) {
  const { t, formats } = useTexts();
  const display = useDisplayNumber();
  const facts = useFacts(inEveryDirection(view));
  if (facts === null) return <Empty title={t('ui.common.loading')} />;
  if (facts.days.length === 0) return <Empty title={t('history.overview.none')} />;
  const { total, recipients, senders } = facts;
  const tiles = [
    ['sent', formats.number(total.sent)],
    ['failed', formats.number(total.failed)],
    ['successRate', total.successRate === null ? '—' : formats.percent(total.successRate)],
    ['received', formats.number(total.received)],
    ['pagesSent', formats.number(total.pagesSent)],
    ['pagesReceived', formats.number(total.pagesReceived)],
    ['lineTime', formats.seconds(total.lineSeconds)],
  ] as const;
  return (
    <div className={styles.overview}>
      <dl className={styles.tiles}>
        {tiles.map(([name, value]) => (
          <div key={name} className={styles.tile}>
            <dt>{t(`history.overview.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <DaysChart days={facts.days} />
      <div className={styles.halves}>
        <NumbersChart
          title={t('history.overview.byRecipient')}
          parts={['sent', 'failed']}
          rows={recipients.map(({ number, name, sent, failed }) => ({
            ...{ number, label: name ?? display(number), first: sent, second: failed },
          }))}
        />
        <NumbersChart
          title={t('history.overview.bySender')}
          parts={['received', 'missed']}
          rows={senders.map(({ number, name, received, missed }) => ({
            ...{ number, label: name ?? display(number), first: received, second: missed },
          }))}
        />
      </div>
    </div>
  );
}

function useFacts(view: RecordsView): Facts | null {
  const { client } = useServices();
  const [facts, setFacts] = useState<Facts | null>(null);
  const asked = JSON.stringify(questionOf(view));
  useEffect(() => {
    const leaving = new AbortController();
    const read = (): void =>
      void client
        .call('records.overview', JSON.parse(asked) as ReturnType<typeof questionOf>)
        .then((answer) => !leaving.signal.aborted && setFacts(answer));
    read();
    const stop = client.on('recordsChanged', read);
    return () => {
      leaving.abort();
      stop();
    };
  }, [client, asked]);
  return facts;
}

import { type KeyboardEvent, useState } from 'react';
import type { HistoryRecord } from '../../app/history/record';
import { recordResultWords } from '../../app/i18n/record-result';
import { stateWords } from '../../app/i18n/state-words';
import type { Delivery } from '../../app/outbox/delivery';
import { useDisplayNumber } from '../compose/use-phone';
import { type Texts, useTexts } from '../language';
import { useServices } from '../services';
import { IconButton } from '../ui/button';
import { TextInput } from '../ui/field';
import { CloseIcon } from '../ui/icons';
import type { Viewed } from './viewed';
import styles from './side-panel.module.css';

/** What is known of the fax, and what the user adds to it. */
export function SidePanel({ viewed }: { viewed: Viewed }) {
  const texts = useTexts();
  const display = useDisplayNumber();
  const facts =
    viewed.kind === 'record'
      ? recordFacts(viewed.record, texts, display)
      : deliveryFacts(viewed.delivery, texts, display);
  return (
    <aside className={styles.panel} aria-label={texts.t('viewer.facts')}>
      <dl className={styles.facts}>
        {facts.map(([field, value]) => (
          <div key={field}>
            <dt>{texts.t(`viewer.fields.${field}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {viewed.kind === 'record' && <Additions key={viewed.record.callUuid} record={viewed.record} />}
    </aside>
  );
}

type Field =
  | 'sender'
  | 'recipient'
  | 'start'
  | 'header'
  | 'pages'
  | 'result'
  | 'duration'
  | 'rate'
  | 'state'
  | 'callUuid'
  | 'unreadable';
type Facts = readonly (readonly [Field, string])[];

function recordFacts(record: HistoryRecord, { t, formats }: Texts, display: (digits: string) => string): Facts {
  const named = (number: string, name: string | null): string =>
    [name, number && display(number)].filter(Boolean).join(' · ');
  const { durationSeconds, transferRateBps } = record;
  const facts: [Field, string][] = [
    ['sender', named(record.sender, record.senderName)],
    ['recipient', named(record.recipient, record.recipientName)],
    ['start', formats.stamp(record.startStamp)],
    ['header', record.header],
    ['pages', record.pagesCount],
    ['result', resultOf(t, record)],
    ['duration', durationSeconds === null ? '' : formats.seconds(durationSeconds)],
    ['rate', transferRateBps ? t('viewer.rateOf', { n: formats.number(transferRateBps) }) : ''],
    ['callUuid', record.callUuid],
    ['unreadable', record.unreadable.join(', ')],
  ];
  return facts.filter(([, value]) => value !== '');
}

/** With the service's own words where ours are others. */
function resultOf(t: Texts['t'], { result }: HistoryRecord): string {
  const words = recordResultWords(t, result);
  return words === result ? result : `${words} (${result})`;
}

function deliveryFacts(delivery: Delivery, { t, formats }: Texts, display: (digits: string) => string): Facts {
  return [
    ['recipient', display(delivery.recipient)],
    ['start', formats.moment(delivery.createdAt)],
    ['header', delivery.header],
    ['pages', formats.number(delivery.pageCount)],
    ['state', stateWords(t, delivery)],
  ];
}

/** The record's note and tags, kept as soon as they are left. */
function Additions({ record }: { record: HistoryRecord }) {
  const { t } = useTexts();
  const { client } = useServices();
  const { callUuid } = record;
  const [note, setNote] = useState(record.note);
  const [keptNote, setKeptNote] = useState(record.note);
  const [tags, setTags] = useState<readonly string[]>(record.tags);
  const keepTags = (changed: readonly string[]): void => {
    setTags(changed);
    void client.call('records.annotate', { callUuid, annotation: { tags: [...changed] } });
  };
  const keepNote = (): void => {
    if (note === keptNote) return;
    setKeptNote(note);
    void client.call('records.annotate', { callUuid, annotation: { note } });
  };
  return (
    <>
      <label className={styles.noteLabel}>
        {t('viewer.noteLabel')}
        <textarea
          className={styles.note}
          rows={4}
          maxLength={10_000}
          value={note}
          placeholder={t('viewer.notePlaceholder')}
          onChange={({ target }) => setNote(target.value)}
          onBlur={keepNote}
        />
      </label>
      <Tags tags={tags} onChange={keepTags} />
    </>
  );
}

function Tags({ tags, onChange }: { tags: readonly string[]; onChange: (tags: readonly string[]) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const tag = typed.trim().slice(0, 60);
    if (tag !== '' && !tags.includes(tag) && tags.length < 30) onChange([...tags, tag]);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    }
  };
  return (
    <div className={styles.tags}>
      <span className={styles.label}>{t('viewer.tags')}</span>
      {tags.length > 0 && (
        <ul>
          {tags.map((tag) => (
            <li key={tag} className={styles.tag}>
              {tag}
              <IconButton
                icon={CloseIcon}
                label={t('viewer.removeTag', { tag })}
                onClick={() => onChange(tags.filter((other) => other !== tag))}
              />
            </li>
          ))}
        </ul>
      )}
      <TextInput
        value={typed}
        aria-label={t('viewer.addTag')}
        placeholder={t('viewer.addTag')}
        maxLength={60}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
    </div>
  );
}

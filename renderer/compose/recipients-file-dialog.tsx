import { useMemo, useState } from 'react';
import { parseNumber } from '../../app/phone/fax-number';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field, Select } from '../ui/field';
import { entriesOf, guessColumns, type RecipientTable } from './recipient-table';
import styles from './recipients-file-dialog.module.css';
import { type Recipients, sortEntries } from './recipients';
import { rejectionWords } from './rejections';
import { useCompose } from './use-compose';

type Rows = readonly (readonly string[])[];

interface RecipientsFileDialogProps<T extends Rows | null> {
  name: string;
  /** `null`: the file is no text. */
  rows: T;
  onClose: () => void;
}

const previewRows = 6;

/** Shows what is in a file of recipients, or why nothing can be taken from it. */
export default function RecipientsFileDialog({ name, rows, onClose }: RecipientsFileDialogProps<Rows | null>) {
  const { t } = useTexts();
  if (rows !== null && rows.length > 0) return <TableDialog name={name} rows={rows} onClose={onClose} />;
  return (
    <Dialog
      title={t('recipients.file.title', { name })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('ui.common.close')}</Button>}
    >
      <p>{t(rows === null ? 'recipients.file.notText' : 'recipients.file.empty')}</p>
    </Dialog>
  );
}

/** Shows a table, which of its columns hold what, and what will be taken; nothing is left out unsaid. */
function TableDialog({ name, rows, onClose }: RecipientsFileDialogProps<Rows>) {
  const { t, formats } = useTexts();
  const { state, dispatch } = useCompose();
  const [table, setTable] = useState(() => guessColumns(rows));
  const { read, rejected } = useMemo(() => readTable(table, state.recipients), [table, state.recipients]);
  const add = (): void => {
    dispatch({ kind: 'recipientsRead', read: { ...read, rejected: state.rejected } });
    onClose();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('ui.common.cancel')}</Button>
      <Button look="primary" disabled={read.added.length === 0} onClick={add}>
        {t('recipients.file.confirm', { n: formats.number(read.added.length) })}
      </Button>
    </>
  );
  return (
    <Dialog title={t('recipients.file.title', { name })} onClose={onClose} actions={actions}>
      <Columns table={table} onTable={setTable} />
      <Preview table={table} />
      <p role="status" className={styles.counts}>
        <strong>{t('recipients.file.added', { n: formats.number(read.added.length) })}</strong>
        {read.repeated.length > 0 && (
          <span>{t('recipients.file.repeated', { n: formats.number(read.repeated.length) })}</span>
        )}
        {rejected.length > 0 && (
          <span className={styles.bad}>{t('recipients.file.rejected', { n: formats.number(rejected.length) })}</span>
        )}
      </p>
      {rejected.length > 0 && (
        <ul className={styles.rejected} tabIndex={0} aria-label={t('recipients.rejectedTitle')}>
          {rejected.map(({ line, written }) => (
            <li key={line}>
              {t('recipients.file.line', {
                line,
                why: rejectionWords(t, written, state.recipients.length + read.added.length),
              })}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function readTable(table: RecipientTable, present: Recipients) {
  const entries = entriesOf(table);
  const read = sortEntries(entries, present, { parseNumber });
  // Row by row, so that each knows its line.
  const taken = new Set([...read.added.map(({ digits }) => digits), ...read.repeated]);
  const rejected = entries
    .filter(({ number }) => {
      const parsed = parseNumber(number);
      return !parsed.ok || !taken.has(parsed.value.digits);
    })
    .map(({ line, number, name }) => ({ line, written: number || name || '' }));
  return { read, rejected };
}

function Columns({ table, onTable }: { table: RecipientTable; onTable: (table: RecipientTable) => void }) {
  const { t } = useTexts();
  const headings = table.rows[0] ?? [];
  const columns = Math.max(...table.rows.slice(0, 100).map((row) => row.length));
  const options = Array.from({ length: columns }, (_, column) => (
    <option key={column} value={column}>
      {(table.hasHeader && headings[column]) || t('recipients.file.column', { n: column + 1 })}
    </option>
  ));
  return (
    <div className={styles.columns}>
      <Field label={t('recipients.file.numberColumn')}>
        {(ids) => (
          <Select
            {...ids}
            value={table.numberColumn}
            onChange={({ target }) => onTable({ ...table, numberColumn: Number(target.value) })}
          >
            {options}
          </Select>
        )}
      </Field>
      <Field label={t('recipients.file.nameColumn')}>
        {(ids) => (
          <Select
            {...ids}
            value={table.nameColumn ?? ''}
            onChange={({ target }) =>
              onTable({ ...table, nameColumn: target.value === '' ? null : Number(target.value) })
            }
          >
            <option value="">{t('recipients.file.noName')}</option>
            {options}
          </Select>
        )}
      </Field>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={table.hasHeader}
          onChange={({ target }) => onTable({ ...table, hasHeader: target.checked })}
        />
        {t('recipients.file.header')}
      </label>
    </div>
  );
}

function Preview({ table: { rows, hasHeader, numberColumn, nameColumn } }: { table: RecipientTable }) {
  const { t } = useTexts();
  return (
    <div className={styles.preview} tabIndex={0} role="region" aria-label={t('recipients.file.preview')}>
      <table>
        <tbody>
          {rows.slice(0, previewRows).map((row, line) => (
            <tr key={line} data-header={(hasHeader && line === 0) || undefined}>
              {row.map((cell, column) => (
                <td key={column} data-chosen={column === numberColumn || column === nameColumn || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

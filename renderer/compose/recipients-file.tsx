import { type ChangeEvent, lazy, Suspense, useRef, useState } from 'react';
import { readCsv } from '../../app/source/csv';
import { useTexts } from '../language';
import { Button } from '../ui/button';
import { isText, readText } from './read-text';

const RecipientsFileDialog = lazy(() => import('./recipients-file-dialog'));

interface OpenedTable {
  readonly name: string;
  /** `null`: the file is no text. */
  readonly rows: readonly (readonly string[])[] | null;
}

const rowsOf = (bytes: Uint8Array): OpenedTable['rows'] => (isText(bytes) ? readCsv(readText(bytes)) : null);

/** More than a thousand rows of anything would ever be. */
const mostBytes = 20_000_000;

/** Adds recipients from a table: a button, and a dialog that shows what will be taken. */
export function RecipientsFile() {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<OpenedTable | null>(null);
  const open = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    void file
      .slice(0, mostBytes)
      .arrayBuffer()
      .then((bytes) => setOpened({ name: file.name, rows: rowsOf(new Uint8Array(bytes)) }));
  };
  return (
    <>
      <Button look="quiet" onClick={() => input.current?.click()}>
        {t('recipients.fromFile')}
      </Button>
      <input ref={input} type="file" accept=".csv,.tsv,.txt,text/csv" hidden data-recipients-file onChange={open} />
      {opened && (
        <Suspense fallback={null}>
          <RecipientsFileDialog name={opened.name} rows={opened.rows} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}

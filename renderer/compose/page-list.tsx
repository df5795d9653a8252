import { type KeyboardEvent, useState, useSyncExternalStore } from 'react';
import { Button, GridList, GridListItem, type Key, type Selection } from 'react-aria-components/GridList';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTexts } from '../language';
import { useServices } from '../services';
import { GripIcon, WarningIcon } from '../ui/icons';
import styles from './page-list.module.css';
import type { Ids, Page } from './pages';
import { Thumbnail } from './thumbnail';
import { createThumbnails, type Thumbnails } from './thumbnails';
import { type ComposeModel, useCompose } from './use-compose';

/** The pages in sending order. Mouse and keyboard drag, Alt+Up and Alt+Down, Delete. */
export default function PageList() {
  const { language } = useTexts();
  const compose = useCompose();
  const locked = compose.state.phase.kind !== 'editing';
  return (
    <I18nProvider locale={language}>
      <div className={styles.keys} onKeyDownCapture={(event) => !locked && onKeys(event, compose)}>
        <Grid compose={compose} locked={locked} />
      </div>
    </I18nProvider>
  );
}

function Grid({ compose, locked }: { compose: ComposeModel; locked: boolean }) {
  const { t, formats } = useTexts();
  const { openPress } = useServices();
  const [thumbnails] = useState(() => createThumbnails(openPress));
  const { dragAndDropHooks } = useReordering(compose, locked);
  const pages = compose.state.pages.now;
  return (
    <GridList
      aria-label={t('ui.compose.pagesList', { pages: formats.pages(pages.length) })}
      className={styles.list ?? ''}
      selectionMode="multiple"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={compose.state.selected}
      onSelectionChange={(selection) => compose.dispatch({ kind: 'selected', ids: idsOf(selection, pages) })}
      dragAndDropHooks={dragAndDropHooks}
    >
      {pages.map((page, index) => (
        <Item key={page.id} page={page} number={index + 1} compose={compose} thumbnails={thumbnails} />
      ))}
    </GridList>
  );
}

interface ItemProps {
  readonly page: Page;
  readonly number: number;
  readonly compose: ComposeModel;
  readonly thumbnails: Thumbnails;
}

function Item({ page, number, compose: { choices, presses }, thumbnails }: ItemProps) {
  const { t } = useTexts();
  const name = t('ui.compose.pageName', { n: number, name: page.source.name });
  return (
    <GridListItem id={page.id} textValue={name} aria-label={name} className={styles.item ?? ''}>
      <Button slot="drag" className={styles.grip ?? ''} aria-label={t('ui.compose.movePage', { n: number })}>
        <GripIcon />
      </Button>
      <Thumbnail page={page} choices={choices} thumbnails={thumbnails} />
      <Warned page={page} choices={choices} presses={presses} />
      <span className={styles.number}>{number}</span>
      <span className={styles.name} title={page.source.name}>
        {page.source.name}
      </span>
    </GridListItem>
  );
}

/** A sign on a page that has warnings; the preview says which. */
function Warned({ page, choices, presses }: { page: Page } & Pick<ComposeModel, 'choices' | 'presses'>) {
  const { t } = useTexts();
  useSyncExternalStore(presses.subscribe, presses.version);
  const pressed = presses.peek(page, choices);
  if (!pressed?.ok || pressed.value.warnings.length === 0) return null;
  const words = pressed.value.warnings.map((warning) => t(`ui.compose.pageWarnings.${warning}`)).join(' ');
  return (
    <span className={styles.warned} role="img" aria-label={words} title={words}>
      <WarningIcon size={14} />
    </span>
  );
}

function useReordering({ dispatch }: ComposeModel, isDisabled: boolean) {
  return useDragAndDrop({
    isDisabled,
    getItems: (keys) => [...keys].map((key) => ({ [dragType]: String(key) })),
    onReorder({ keys, target }) {
      const where = target.dropPosition === 'before' ? 'before' : 'after';
      dispatch({ kind: 'moved', ids: asIds(keys), beside: String(target.key), where });
    },
  });
}

const dragType = 'application/x-faksla-page';

const asIds = (keys: Iterable<Key>): Ids => new Set([...keys].map(String));

const idsOf = (selection: Selection, pages: readonly Page[]): Ids =>
  selection === 'all' ? new Set(pages.map(({ id }) => id)) : asIds(selection);

function onKeys(event: KeyboardEvent, { state, dispatch }: ComposeModel): void {
  const ids = state.selected;
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    dispatch({ kind: 'shifted', ids, by: event.key === 'ArrowUp' ? -1 : 1 });
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    dispatch({ kind: 'removed', ids });
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

import { type KeyboardEvent, useMemo, useState, useSyncExternalStore } from 'react';
import { Button, GridList, GridListItem, type Key, type Selection } from 'react-aria-components/GridList';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { useTexts } from '../language';
import { GripIcon, WarningIcon } from '../ui/icons';
import styles from './page-list.module.css';
import type { Ids, Page } from './pages';
import { Thumbnail } from './thumbnail';
import type { Thumbnails } from './thumbnails';
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
  const { thumbnails } = compose;
  const { dragAndDropHooks } = useReordering(compose, locked);
  const pages = compose.state.pages.now;
  const numbered = useNumbered(pages);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <GridList
        aria-label={t('ui.compose.pagesList', { pages: formats.pages(pages.length) })}
        className={styles.list ?? ''}
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={compose.state.selected}
        onSelectionChange={(selection) => compose.dispatch({ kind: 'selected', ids: idsOf(selection, pages) })}
        dragAndDropHooks={dragAndDropHooks}
        items={numbered}
        dependencies={[t, thumbnails]}
      >
        {({ id, page, number }) => <Item id={id} page={page} number={number} thumbnails={thumbnails} />}
      </GridList>
    </Virtualizer>
  );
}

/** A row's height and the room around it, in CSS pixels; `page-list.module.css` fills them. */
const layout = { rowSize: 132, gap: 4, padding: 4 };

/** A page and its place in the fax. */
interface Numbered {
  readonly id: string;
  readonly page: Page;
  /** From 1. */
  readonly number: number;
}

/** Each page with its number; a row is made anew only where one of them is another. */
function useNumbered(pages: readonly Page[]): readonly Numbered[] {
  const [known] = useState(() => new WeakMap<Page, Numbered>());
  return useMemo(
    () =>
      pages.map((page, index) => {
        const before = known.get(page);
        const numbered = before?.number === index + 1 ? before : { id: page.id, page, number: index + 1 };
        known.set(page, numbered);
        return numbered;
      }),
    [pages, known],
  );
}

interface ItemProps extends Numbered {
  readonly thumbnails: Thumbnails;
}

function Item({ id, page, number, thumbnails }: ItemProps) {
  const { t } = useTexts();
  const name = t('ui.compose.pageName', { n: number, name: page.source.name });
  return (
    <GridListItem id={id} textValue={name} aria-label={name} className={styles.item ?? ''}>
      <Button slot="drag" className={styles.grip ?? ''} aria-label={t('ui.compose.movePage', { n: number })}>
        <GripIcon />
      </Button>
      <Pictured page={page} thumbnails={thumbnails} />
      <span className={styles.number}>{number}</span>
      <span className={styles.name} title={page.source.name}>
        {page.source.name}
      </span>
    </GridListItem>
  );
}

/** What of a row depends on the choices. */
function Pictured({ page, thumbnails }: Pick<ItemProps, 'page' | 'thumbnails'>) {
  const { choices, presses } = useCompose();
  return (
    <>
      <Thumbnail page={page} choices={choices} thumbnails={thumbnails} />
      <Warned page={page} choices={choices} presses={presses} />
    </>
  );
}

/** A sign on a page that has warnings; the preview says which. */
function Warned({ page, choices, presses }: { page: Page } & Pick<ComposeModel, 'choices' | 'presses'>) {
  const { t } = useTexts();
  const pressed = useSyncExternalStore(presses.subscribe, () => presses.peek(page, choices));
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

import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../app/settings';
import type { Page } from './pages';
import type { ReadRecipients } from './recipients';
import { changeCompose, choicesOf, type Compose, type ComposeAction, emptyCompose, missingFrom } from './state';

const page = (id: string): Page => ({
  id,
  source: { file: new Blob([]), name: id, pageCount: 1 },
  sourcePage: 1,
  rotation: 0,
});
const add = (...ids: string[]): ComposeAction => ({ kind: 'added', pages: ids.map(page), batch: ids.join('') });
const select = (...ids: string[]): ComposeAction => ({ kind: 'selected', ids: new Set(ids) });
const after = (...actions: ComposeAction[]): Compose => actions.reduce(changeCompose, emptyCompose);
const read = (part: Partial<ReadRecipients>): ComposeAction => ({
  kind: 'recipientsRead',
  read: { added: [], repeated: [], rejected: [], ...part },
});
const number = { digits: '902123205072', warning: null };

describe('the send window', () => {
  it('shows the first page that comes, and keeps showing what the user looks at', () => {
    expect(after(add('a', 'b')).shown).toBe('a');
    expect(after(add('a', 'b'), select('b'), add('c')).shown).toBe('b');
  });

  it('shows the page selected last', () => {
    expect(after(add('a', 'b', 'c'), select('a'), select('a', 'c')).shown).toBe('c');
  });

  it('goes on to the neighbour when the shown page is removed, and to nothing after the last', () => {
    const one = after(add('a', 'b', 'c'), select('b'), { kind: 'removed', ids: new Set('b') });
    expect([one.shown, [...one.selected]]).toEqual(['c', ['c']]);
    const none = changeCompose(one, { kind: 'removed', ids: new Set('ac') });
    expect([none.shown, none.selected.size]).toEqual([null, 0]);
  });

  it('begins a new fax when a page comes after sending', () => {
    const sent = after(
      add('a'),
      { kind: 'phaseChanged', phase: { kind: 'sent', faxId: 'f', undoUntil: 0, sendAt: null } },
      add('b'),
    );
    expect(sent.pages.now.map(({ id }) => id)).toEqual(['b']);
    expect(sent.phase.kind).toBe('editing');
  });

  it('says a thing once', () => {
    const failure = { kind: 'fileEmpty', name: 'a.png' } as const;
    const notices = after(
      { kind: 'noticed', notice: { id: '1', failure } },
      { kind: 'noticed', notice: { id: '2', failure } },
    ).notices;
    expect(notices).toHaveLength(1);
  });

  it('says no more of a fax that is on its way', () => {
    const noticed: ComposeAction = { kind: 'noticed', notice: { id: '1', failure: { kind: 'storageFailed' } } };
    const phases = (['queueing', 'editing'] as const).map((kind): ComposeAction => ({
      kind: 'phaseChanged',
      phase: { kind },
    }));
    expect(after(noticed, ...phases).notices).toHaveLength(1);
    const sent = { kind: 'sent', faxId: 'f', undoUntil: 0, sendAt: null } as const;
    expect(after(noticed, { kind: 'phaseChanged', phase: sent }).notices).toEqual([]);
  });

  it('names what is missing in the order of the form', () => {
    const choices = choicesOf({}, null, null);
    const withPage = after(add('a'));
    const withRecipient = changeCompose(withPage, read({ added: [number] }));
    const kinds = (state: Compose, header: string, key: boolean) =>
      missingFrom(state, { ...choices, header }, key).map(({ kind }) => kind);
    expect(kinds(emptyCompose, ' ', false)).toEqual(['noPages', 'noRecipient', 'headerMissing', 'keyMissing']);
    expect(kinds(withPage, '', true)).toEqual(['noRecipient', 'headerMissing']);
    expect(kinds(withRecipient, 'Ofis', true)).toEqual([]);
  });

  it('keeps what can’t be a number in the field, and takes a typed number before it sends', () => {
    const state = after(read({ added: [number], rejected: ['elma', '12'] }));
    expect([state.typed, state.recipients]).toEqual(['elma, 12', [number]]);
    expect(missingFrom(state, choicesOf({}, null, null), true).map(({ kind }) => kind)).toContain('numberImpossible');
    expect(changeCompose(state, { kind: 'typed', text: '0212' }).rejected).toEqual([]);
  });

  it('keeps the pages and drops the recipients for another fax of the same pages', () => {
    const again = after(add('a'), read({ added: [number] }), { kind: 'startedAnew', keepPages: true });
    expect([again.pages.now.length, again.recipients.length]).toEqual([1, 0]);
  });
});

describe('the choices of a fax', () => {
  const remembered = settingsSchema.parse({
    header: 'Ofis',
    sender: '902123205072',
    resolution: 'standard',
    mode: 'photo',
  });

  it('are the remembered ones until the user chooses, also when that is the exchange’s default sender', () => {
    expect(choicesOf({}, remembered, null)).toEqual({
      header: 'Ofis',
      sender: '902123205072',
      resolution: 'standard',
      mode: 'photo',
      darkness: 0,
      tidy: true,
      topMargin: false,
    });
    expect(choicesOf({ sender: null, header: '' }, remembered, null)).toMatchObject({ sender: null, header: '' });
  });

  it('never name a sender that is not the account’s own', () => {
    expect(choicesOf({}, remembered, ['902129999999']).sender).toBeNull();
    expect(choicesOf({}, remembered, ['902129999999', '902123205072']).sender).toBe('902123205072');
  });
});

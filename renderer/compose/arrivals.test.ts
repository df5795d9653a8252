import { describe, expect, it } from 'vitest';
import { agreed, type Arrival, type Arrivals, changeArrivals, noArrivals, placeOfFirst, together } from './arrivals';
import type { Incoming } from './incoming';
import { changeCompose, type Compose, emptyCompose, type Phase } from './state';

const file = (name: string): Incoming => ({ kind: 'opened', file: { token: name, name, size: 1 } });
const files = (group: number, ...names: string[]): Arrival => ({
  group,
  files: names.map(file),
  numbers: [],
  failures: [],
});
const number = (group: number): Arrival => ({ group, files: [], numbers: ['+902123205072'], failures: [] });
const with_ = (...all: Arrival[]): Arrivals =>
  all.reduce((arrivals, arrival) => changeArrivals(arrivals, { kind: 'arrived', arrival }), noArrivals);

const source = { file: new Blob(), name: 'a.pdf', pageCount: 1 };
const page = { id: '1', source, sourcePage: 1, rotation: 0 } as const;
const drafted = changeCompose(emptyCompose, { kind: 'added', pages: [page], batch: 'b' });
const addressed: Compose = { ...emptyCompose, recipients: [{ digits: '902123205072', warning: null }] };
const inPhase = (phase: Phase): Compose => ({ ...drafted, phase });

describe('what comes in', () => {
  it('goes into an empty fax at once', () => {
    expect(placeOfFirst(with_(files(1, 'a')), emptyCompose)).toBe('here');
    expect(placeOfFirst(with_(number(1)), emptyCompose)).toBe('here');
  });

  it('joins what it completes: files to a number, a number to files', () => {
    expect(placeOfFirst(with_(files(1, 'a')), addressed)).toBe('here');
    expect(placeOfFirst(with_(number(1)), drafted)).toBe('here');
  });

  it('is asked about where the fax has its like already, also while files are still being read', () => {
    expect(placeOfFirst(with_(files(1, 'a')), drafted)).toBe('ask');
    expect(placeOfFirst(with_(files(1, 'a')), { ...emptyCompose, reading: 1 })).toBe('ask');
    expect(placeOfFirst(with_(number(1)), addressed)).toBe('ask');
    expect(placeOfFirst(with_(number(1)), { ...emptyCompose, typed: '0212' })).toBe('ask');
  });

  it('waits while a fax is made, and begins a new one after it was sent', () => {
    expect(placeOfFirst(with_(files(1, 'a')), inPhase({ kind: 'pressing', done: 0, total: 1 }))).toBe('later');
    expect(placeOfFirst(with_(files(1, 'a')), inPhase({ kind: 'queueing' }))).toBe('later');
    expect(placeOfFirst(with_(files(1, 'a')), inPhase({ kind: 'sent', faxId: 'f', undoUntil: 0, sendAt: null }))).toBe(
      'anew',
    );
  });

  it('is not asked about again once the user has said where it goes', () => {
    const pasted: Incoming = { kind: 'file', file: new File([], 'b'), isFolder: false };
    const { files: placed } = agreed([{ ...files(1, 'a'), files: [file('a'), pasted] }]);
    expect(placed).toEqual([{ ...file('a'), isAgreed: true }, pasted]);
  });

  it('is asked about once: what follows in the same group goes the same way', () => {
    const asked = with_(files(1, 'a'), files(1, 'b'), files(2, 'c'));
    const answered = changeArrivals(asked, { kind: 'answered', placed: true });
    expect(answered.waiting).toEqual([]);
    const follower = changeArrivals(answered, { kind: 'arrived', arrival: files(2, 'd') });
    expect(placeOfFirst(follower, drafted)).toBe('here');
    const stranger = changeArrivals(answered, { kind: 'arrived', arrival: files(3, 'e') });
    expect(placeOfFirst(stranger, drafted)).toBe('ask');
  });

  it('of one gesture is one fax, though the first file is in it already', () => {
    const placed = changeArrivals(with_(files(1, 'a'), files(1, 'b')), { kind: 'firstPlaced' });
    expect(placed.waiting.map(({ files: [first] }) => first?.file.name)).toEqual(['b']);
    expect(placeOfFirst(placed, drafted)).toBe('here');
  });

  it('from a document that is looked at is asked about each time', () => {
    const forwarded: Arrival = { ...files(1, 'a'), group: null };
    expect(placeOfFirst(with_(forwarded), emptyCompose)).toBe('here');
    const placed = changeArrivals(with_(forwarded), { kind: 'firstPlaced' });
    expect(placeOfFirst(changeArrivals(placed, { kind: 'arrived', arrival: forwarded }), drafted)).toBe('ask');
  });

  it('that the user turned away is asked about again when more comes', () => {
    const turnedAway = changeArrivals(with_(files(1, 'a')), { kind: 'answered', placed: false });
    const more = changeArrivals(turnedAway, { kind: 'arrived', arrival: files(1, 'b') });
    expect(placeOfFirst(more, drafted)).toBe('ask');
  });

  it('keeps the order given', () => {
    expect(together([files(1, 'b', 'a'), files(1, 'c')]).files.map((each) => each.file.name)).toEqual(['b', 'a', 'c']);
  });
});

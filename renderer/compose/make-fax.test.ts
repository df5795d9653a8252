import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../app/result';
import { makeFaxPdf, type MakingPorts } from './make-fax';
import type { Page } from './pages';
import type { FaxPage } from './press';
import type { Phase } from './state';

const choices = { resolution: 'standard', mode: 'auto' } as const;
const source = { file: new Blob([]), name: 'a.png', pageCount: 2 };
const pages: Page[] = [1, 2].map((sourcePage) => ({ id: String(sourcePage), source, sourcePage, rotation: 0 }));
const pressed = (page: Page): FaxPage => ({
  t6: Uint8Array.of(page.sourcePage),
  widthPels: 8,
  scanLines: page.sourcePage,
  resolution: 'standard',
  corners: null,
  warnings: [],
});

/** Ports whose press answers with `get` and whose assembly gives each page's only byte. */
function portsWith(get: (page: Page) => Promise<Result<FaxPage>>): MakingPorts & { readonly reported: Phase[] } {
  const reported: Phase[] = [];
  return {
    reported,
    report: (phase) => reported.push(phase),
    presses: { get },
    openPress: () =>
      Promise.resolve({ assemble: (encoded) => Promise.resolve(Uint8Array.from(encoded, ({ t6 }) => t6[0] ?? 0)) }),
  };
}

describe('the making of the fax', () => {
  it('puts the pressed pages together in their order and tells how far it is', async () => {
    const ports = portsWith((page) => Promise.resolve(ok(pressed(page))));
    const made = await makeFaxPdf(pages, choices, ports, new AbortController().signal);
    expect(made).toEqual(ok(Uint8Array.of(1, 2)));
    expect(ports.reported).toEqual([
      { kind: 'pressing', done: 0, total: 2 },
      { kind: 'pressing', done: 1, total: 2 },
      { kind: 'assembling' },
    ]);
  });

  it('is given up at once when the user cancels, however long the page takes', async () => {
    const abort = new AbortController();
    const ports = portsWith(() => {
      abort.abort();
      return new Promise(() => undefined);
    });
    expect(await makeFaxPdf(pages, choices, ports, abort.signal)).toEqual(fail({ kind: 'cancelled' }));
  });

  it('ends with the first page that fails', async () => {
    const damaged = fail({ kind: 'imageDamaged', name: 'a.png' });
    const ports = portsWith((page) => Promise.resolve(page.sourcePage === 2 ? damaged : ok(pressed(page))));
    expect(await makeFaxPdf(pages, choices, ports, new AbortController().signal)).toEqual(damaged);
  });
});

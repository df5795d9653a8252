import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../app/result';
import { type OpenPdf, PdfDamagedError, type PdfDocument, PdfLockedError } from './pdfium';
import { pdfOpener } from './pdf-source';

const file = { bytes: Uint8Array.of(37), name: 'a.pdf' };
const same = <T>(size: T): T => size;

/** A document of pages of 100 × 200 points that writes down what is done with it. */
function document(pageCount: number, seen: string[] = []): PdfDocument {
  return {
    pageCount,
    pageSize: () => ({ widthPx: 100, heightPx: 200 }),
    render(index, width, height, keep) {
      seen.push(`render ${index} ${width}×${height}`);
      return { width, height, pixels: keep(new Uint8Array(width * height)) };
    },
    close: () => void seen.push('close'),
  };
}

const opening = (open: OpenPdf) => pdfOpener(() => Promise.resolve(open));

describe('a PDF', () => {
  it('has its pages drawn at the size they are wanted, counted from 1', async () => {
    const seen: string[] = [];
    const source = await opening(() => document(3, seen))(file);
    if (!source.ok) throw new Error('It should open.');
    const page = await source.value.decodePage(3, ({ widthPx, heightPx }) => ({
      widthPx: widthPx * 2,
      heightPx: heightPx / 2,
    }));
    expect(source.value.pageCount).toBe(3);
    expect(seen).toEqual(['render 2 200×100']);
    expect(page).toMatchObject(
      ok({ orientation: 1, nature: 'print', size: { widthPx: 100, heightPx: 200 }, grey: { width: 200, height: 100 } }),
    );
    source.value.close?.();
    expect(seen).toHaveLength(2);
  });

  it('without pages is damaged, of too many is told so, and neither stays open', async () => {
    const seen: string[] = [];
    const damaged = fail({ kind: 'documentDamaged', name: 'a.pdf' });
    expect(await opening(() => document(0, seen))(file)).toEqual(damaged);
    const tooMany = fail({ kind: 'tooManyPages', name: 'a.pdf', limit: 1000 });
    expect(await opening(() => document(1001, seen))(file)).toEqual(tooMany);
    expect(seen).toEqual(['close', 'close']);
    expect(await opening(() => document(1000))(file)).toMatchObject({ ok: true });
  });

  it('that is locked asks for its password, and says when it was wrong', async () => {
    const open = opening((_bytes, password) => {
      if (password !== 'gizli') throw new PdfLockedError('locked');
      return document(1);
    });
    expect(await open(file)).toEqual(fail({ kind: 'passwordNeeded', name: 'a.pdf' }));
    expect(await open({ ...file, password: 'x' })).toEqual(fail({ kind: 'passwordWrong', name: 'a.pdf' }));
    expect(await open({ ...file, password: 'gizli' })).toMatchObject({ ok: true });
  });

  it('that can’t be opened, or a page that can’t, is damaged; any other error is a bug', async () => {
    const throwing = (error: Error) => (): never => {
      throw error;
    };
    const damaged = fail({ kind: 'documentDamaged', name: 'a.pdf' });
    expect(await opening(throwing(new PdfDamagedError('cut')))(file)).toEqual(damaged);
    const source = await opening(() => ({ ...document(1), render: throwing(new PdfDamagedError('cut')) }))(file);
    expect(source.ok && (await source.value.decodePage(1, same))).toEqual(damaged);
    await expect(opening(throwing(new TypeError('bug')))(file)).rejects.toThrow(TypeError);
  });

  it('loads its reader for the first one, and once', async () => {
    let loads = 0;
    const open = pdfOpener(() => {
      loads += 1;
      return Promise.resolve(() => document(1));
    });
    expect(loads).toBe(0);
    await open(file);
    await open(file);
    expect(loads).toBe(1);
  });
});

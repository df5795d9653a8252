import { useState } from 'react';
import type { Turn } from '../../app/fax/placement';
import { failureSentence } from '../../app/i18n/translate';
import { ok, type Result } from '../../app/result';
import { useTexts } from '../language';
import { isProvable } from '../outbox/provable';
import { useServices } from '../services';
import { partsOf, type SaveType } from './export';
import { otherSide } from './names';
import type { ViewedDocument } from './openings';
import { useViewer, type Viewed } from './viewed';

/** What can be done with a document that is looked at. */
export interface Deeds {
  readonly busy: boolean;
  readonly said: Said | null;
  readonly say: (said: Said | null) => void;
  readonly save: (type: SaveType) => void;
  readonly copy: (page: number) => void;
  readonly forward: () => void;
  /** Only where there is somebody to reply to. */
  readonly reply: (() => void) | null;
  /** Only of a fax this computer sent and whose outcome is known. */
  readonly saveProof: (() => void) | null;
}

export interface Said {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

export function useDeeds(viewed: Viewed, document: ViewedDocument, turnOf: (page: number) => Turn): Deeds {
  const { t } = useTexts();
  const { client, openPress } = useServices();
  const viewer = useViewer();
  const [busy, setBusy] = useState(false);
  const [said, say] = useState<Said | null>(null);
  const { file } = document;

  /** Does something that takes a while; what it answers is said. */
  const work = (doing: () => Promise<Result<string | null>>): void => {
    setBusy(true);
    say(null);
    void doing()
      .then((result) => {
        if (!result.ok) say({ tone: 'bad', text: failureSentence(t, result.failure) });
        else if (result.value !== null) say({ tone: 'good', text: result.value });
      })
      .finally(() => setBusy(false));
  };
  const savedAt = (saved: Result<{ path: string | null }>): Result<string | null> =>
    saved.ok ? ok(saved.value.path && t('viewer.saved', { path: saved.value.path })) : saved;

  const { number, isReceived } = otherSide(viewed);
  const deliveryId = provenDelivery(viewed);
  return {
    busy,
    said,
    say,
    save: (type) =>
      work(async () => {
        const parts = await partsOf(document, type, turnOf, await openPress());
        return parts.ok
          ? savedAt(await client.call('document.save', { name: file.name, type, parts: parts.value }))
          : parts;
      }),
    copy: (page) =>
      work(async () => {
        const png = await (await openPress()).png(file, { sourcePage: page, rotation: turnOf(page) });
        if (!png.ok) return png;
        await client.call('document.copyPicture', { png: png.value });
        return ok(t('viewer.copied'));
      }),
    forward: () =>
      work(async () => {
        const bytes = await (await openPress()).read(file);
        if (!bytes.ok) return bytes;
        const ending = document.type === 'pdf' ? 'pdf' : 'tif';
        viewer.forward(new File([bytes.value as Uint8Array<ArrayBuffer>], `${file.name}.${ending}`));
        return ok(null);
      }),
    reply: isReceived && number !== '' ? () => viewer.reply(`+${number}`) : null,
    saveProof:
      deliveryId === null ? null : () => work(async () => savedAt(await client.call('proof.save', { deliveryId }))),
  };
}

function provenDelivery(viewed: Viewed): string | null {
  if (viewed.kind === 'delivery') return isProvable(viewed.delivery.state) ? viewed.delivery.id : null;
  return viewed.record.link.kind === 'matched' ? viewed.record.link.deliveryId : null;
}

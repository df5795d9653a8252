import { type BrowserWindow, dialog } from 'electron';
import { localDay } from '../../app/local-day';
import type { Delivery } from '../../app/outbox/delivery';
import { ok } from '../../app/result';
import type { Language } from '../../app/settings';
import type { Account } from '../account';
import { writeFileOrFail } from '../os/documents';
import type { Handlers } from './serve';

export interface ProofCallParts {
  readonly account: () => Promise<Account>;
  readonly window: () => BrowserWindow;
  readonly language: () => Language;
}

export function proofCalls({ account, window, language }: ProofCallParts): Pick<Handlers, 'proof.save'> {
  return {
    async 'proof.save'({ deliveryId }) {
      const opened = await account();
      const { deliveryNamed, proofOf } = await import('../proof/proof-of');
      const delivery = deliveryNamed({ account: opened }, deliveryId);
      if (!delivery.ok) return delivery;
      const { proofPress } = await import('../proof/press');
      const { programName } = await import('../proof/program-name');
      const parts = { account: opened, press: proofPress, language: language(), program: programName() };
      const made = await proofOf(parts, delivery.value);
      if (!made.ok) return made;
      const chosen = await dialog.showSaveDialog(window(), {
        defaultPath: fileName(delivery.value, language()),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (chosen.canceled) return ok({ path: null });
      const written = await writeFileOrFail(chosen.filePath, made.value);
      return written.ok ? ok({ path: chosen.filePath }) : written;
    },
  };
}

/** `faks-raporu-902123205072-2026-11-23.pdf` */
const fileName = ({ recipient, createdAt }: Delivery, language: Language): string =>
  `${language === 'tr' ? 'faks-raporu' : 'fax-report'}-${recipient}-${localDay(createdAt)}.pdf`;

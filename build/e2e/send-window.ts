import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { tr } from '../../app/i18n/tr';

const { compose, key, nav, welcome } = tr.ui;

/** The send window as its user sees it, in Turkish. */
export class SendWindow {
  constructor(readonly page: Page) {}

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async enterKey(text: string): Promise<void> {
    await this.page.getByLabel(key.label).fill(text);
    await this.button(key.save).click();
  }

  async useDemo(): Promise<void> {
    await this.button(welcome.demo).click();
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Drops files on the window, as from a file manager. */
  async drop(...paths: string[]): Promise<void> {
    const files = paths.map((path) => ({ name: basename(path), base64: readFileSync(path).toString('base64') }));
    const transfer = await this.page.evaluateHandle((dropped) => {
      const carried = new DataTransfer();
      for (const { name, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        carried.items.add(new File([bytes], name));
      }
      return carried;
    }, files);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('main', type, { dataTransfer: transfer });
    }
  }

  async addRecipient(number: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: compose.recipients });
    await field.fill(number);
    await field.press('Enter');
  }

  async setHeader(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: compose.header }).fill(text);
  }

  /** The thumbnails, in order. */
  pages(): Locator {
    return this.page.getByRole('row', { name: /^Sayfa \d+:/ });
  }

  async send(): Promise<void> {
    await this.button(compose.send).click();
  }

  async show(screen: 'compose' | 'outbox' | 'pending' | 'records' | 'settings'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: nav[screen] }).click();
  }
}

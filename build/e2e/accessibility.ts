import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe objects to on the window as it is now, one line each. */
export async function axeViolations(window: Page): Promise<string[]> {
  // Electron opens no second page for axe to collect its results in, which is what legacy mode does without.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { settle } from './settle.ts';

/** WCAG 2.1, levels A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const isElectron = process.env.ROLLBOOK_E2E === 'electron';

/** The themes in which screens are judged: the page and its colours are the same under both launchers, so the slower one looks at one. */
export const themes: readonly ('light' | 'dark')[] = isElectron ? ['light'] : ['light', 'dark'];

/** The one screen that is judged in the program's own window too: a witness that what holds in the browser holds there. */
const witness = 'home';

/** Expects a screen, as it stands, to break no rule of WCAG 2.1 AA. Goes on after a failure, so that a run shows all of them. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  if (isElectron && screen !== witness) return;
  await settle(page);
  // Legacy mode stays in the page: the program's own window has no other to open.
  // Of rules that hold, axe would name each element they hold for, which takes three quarters of the time and nobody reads.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ runOnly: tags, resultTypes: ['violations'] }).analyze();
  const found = violations.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
  expect.soft(found).toEqual([]);
}

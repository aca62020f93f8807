import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.1, levels A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** The themes in which screens are judged: the page and its colours are the same under both launchers, so the slower one looks at one. */
export const themes: readonly ('light' | 'dark')[] = process.env.ROLLBOOK_E2E === 'electron' ? ['light'] : ['light', 'dark'];

/** Expects a screen, as it stands, to break no rule of WCAG 2.1 AA. Goes on after a failure, so that a run shows all of them. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Colours are judged once nothing moves any more.
  await page.waitForTimeout(400);
  // Legacy mode stays in the page: the program's own window has no other to open.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  const found = violations.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
  expect.soft(found).toEqual([]);
}

import type { Page } from '@playwright/test';

/** Calls that a page of the headless host is waiting for. The program's own window calls by messages, which nobody sees from here. */
const waiting = new WeakMap<Page, Set<unknown>>();

/** Counts a page's calls from now on, for `settle`. */
export function watchCalls(page: Page): void {
  const open = new Set<unknown>();
  waiting.set(page, open);
  page.on('request', (request) => { if (request.url().includes('/rpc/')) open.add(request); });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Resolves when nothing in the page has changed for a moment and nothing moves any more. A spinner may turn for ever. */
const becomeQuiet = (page: Page): Promise<void> => page.evaluate(async () => {
  const moment = 150;
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, moment); });
    const done = (): void => { observer.disconnect(); resolve(); };
    let timer = setTimeout(done, moment);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const ending = document.getAnimations().filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
  await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
});

/** Waits until a page shows what it will show: its calls are answered, drawn, and faded in. */
export async function settle(page: Page): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    await becomeQuiet(page);
    if (!waiting.get(page)?.size) return;
  }
}

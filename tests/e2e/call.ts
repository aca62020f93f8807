import type { Page } from '@playwright/test';
import type { Answer } from '#contract/errors.ts';
import type { ProcedureName } from '#contract/index.ts';

/** Calls a procedure from the page, over whichever door the page has: to prepare what a spec is not about. */
export function call(page: Page, name: ProcedureName, input: unknown): Promise<Answer<unknown>> {
  return page.evaluate(async ([procedure, value]) => {
    if (window.rollbook) return window.rollbook.invoke(procedure, value);
    const response = await fetch(`/rpc/${procedure}`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-rollbook': '1' }, body: JSON.stringify(value),
    });
    return response.json();
  }, [name, input] as const);
}

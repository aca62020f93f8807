import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { call } from './call.ts';

const row = z.object({ id: z.string(), studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), division: z.string().nullable() });
export type ListedStudent = z.infer<typeof row>;
const answer = z.object({ ok: z.literal(true), value: z.object({ total: z.number(), rows: z.array(row) }) });

/** Students as the program lists them, to compare the screen with. */
export async function listStudents(page: Page, input: Record<string, unknown> = {}): Promise<{ total: number; rows: ListedStudent[] }> {
  return answer.parse(await call(page, 'students.list', input)).value;
}

/** Goes to a screen by the menu. */
export async function openScreen(page: Page, name: 'Students' | 'Sections' | 'Results' | 'Imports' | 'History'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Opens a student by the palette, as a registrar does. */
export async function openStudent(page: Page, studentNo: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(studentNo);
  await expect(page.getByRole('option', { name: new RegExp(studentNo) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Register no. ${studentNo}`)).toBeVisible();
}

/** The field of the open student form with this label. */
export const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });

/** The cells of a column of the student list, top down. */
export async function readColumn(page: Page, column: string): Promise<string[]> {
  const cells = page.locator(`.ag-row:not(.ag-row-loading) [role="gridcell"][col-id="${column}"]`);
  await expect(cells.first()).not.toBeEmpty();
  const placed = await cells.evaluateAll((all) => all.map((cell) => ({
    at: Number(cell.closest('[row-index]')?.getAttribute('row-index')), text: cell.textContent.trim(),
  })));
  return placed.toSorted((a, b) => a.at - b.at).map(({ text }) => text);
}

/** Ticks the first rows of the list of students, by their place: the grid's rows stand in the page in no order, and it makes them anew while it loads. */
export async function chooseFirst(page: Page, count: number): Promise<void> {
  await expect(async () => {
    for (let row = 0; row < count; row += 1) await page.locator(`.ag-row[row-index="${row}"] .ag-checkbox-input`).check({ timeout: 2000 });
    await expect(page.getByText(`${count} students chosen`)).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
}

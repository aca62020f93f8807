import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { expect, test } from './fixture.ts';
import { listStudents, openScreen } from './records.ts';
import { signIn } from './sign-in.ts';

test('the list as shown goes out as CSV and as XLSX, and a class list as a PDF', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  await openScreen(page, 'Students');
  await page.getByLabel('Search in the list').fill('papadopoulou');
  const { total, rows } = await listStudents(page, { filter: { text: 'papadopoulou' }, limit: 500 });
  await expect(page.getByRole('status').filter({ hasText: new RegExp(`^${total} student`) })).toBeVisible();
  const numbers = rows.map(({ studentNo }) => studentNo);
  const start = async (format: 'CSV' | 'Excel') => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export…' }).click();
    await page.getByRole('dialog').getByText(format, { exact: true }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
  };

  // The password was given a moment ago, so it is not asked for again.
  const csv = await app.download(() => start('CSV'));
  const parsed = Papa.parse<string[]>(readFileSync(csv, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  expect(parsed[0]).toContain('Student number');
  const column = parsed[0]?.indexOf('Student number') ?? -1;
  expect(parsed.slice(1).map((cells) => cells[column])).toEqual(numbers);
  await expect(page.getByRole('dialog')).toBeHidden();

  const xlsx = await app.download(() => start('Excel'));
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(xlsx);
  const sheet = book.worksheets[0]!;
  expect(sheet.rowCount).toBe(total + 1);
  expect(sheet.getRow(2).getCell(column + 1).text).toBe(numbers[0]);
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByLabel('Search in the list').fill('');
  const pdf = await app.download(async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Print a class list' }).click();
    await page.getByRole('textbox', { name: 'Heading' }).fill('Τμήμα Α1');
    await page.getByRole('button', { name: 'Make the PDF' }).click();
  });
  const content = readFileSync(pdf);
  expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  expect(content.length).toBeGreaterThan(20_000);
});

test('a list of any screen goes out from its button or from the palette, with the columns that were chosen, and is remembered', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  await openScreen(page, 'Sections');
  const dialog = page.getByRole('dialog');
  const columns = dialog.getByRole('group', { name: 'Columns, in the order in which they stand' });
  await page.getByRole('button', { name: 'Export…' }).click();
  await dialog.getByText('JSON', { exact: true }).click();
  await columns.getByRole('button', { name: 'None' }).click();
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await columns.getByRole('checkbox', { name: 'Course', exact: true }).check();
  await columns.getByRole('checkbox', { name: 'Code', exact: true }).check();
  await columns.getByRole('button', { name: 'Earlier: Course', exact: true }).click();
  await columns.getByRole('button', { name: 'Earlier: Course', exact: true }).click();
  const json = await app.download(() => dialog.getByRole('button', { name: 'Export', exact: true }).click());
  const rows = JSON.parse(readFileSync(json, 'utf8')) as Record<string, unknown>[];
  expect(rows.length).toBeGreaterThan(10);
  expect(Object.keys(rows[0] ?? {})).toEqual(['course', 'code']);
  await expect(dialog).toBeHidden();

  // The palette exports the list that is on the screen, as it was done the last time.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Search/ }).fill('export the list');
  await page.keyboard.press('Enter');
  await expect(columns.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await expect(columns.getByRole('checkbox').first()).toHaveAccessibleName('Course');
  await columns.getByRole('button', { name: 'The usual ones' }).click();
  await dialog.getByText('PDF', { exact: true }).click();
  const pdf = readFileSync(await app.download(() => dialog.getByRole('button', { name: 'Export', exact: true }).click()));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(10_000);
});

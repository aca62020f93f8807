import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { listStudents, openScreen, openStudent } from './records.ts';
import { signIn } from './sign-in.ts';

const rule = z.object({ kind: z.string(), years: z.number(), active: z.boolean(), rev: z.number().nullable() });
const rulesAnswer = z.object({ ok: z.literal(true), value: z.object({ rules: z.array(rule) }) });
const due = z.object({ studentId: z.string(), studentNo: z.string(), familyEl: z.string(), givenEl: z.string() });
const previewAnswer = z.object({ ok: z.literal(true), value: z.object({ total: z.number(), rows: z.array(due) }) });

/** Puts rules in force without the screen. */
async function setRules(page: Page, years: Record<string, number>): Promise<void> {
  const { rules } = rulesAnswer.parse(await call(page, 'retention.rules', {})).value;
  await call(page, 'retention.saveRules', { rules: rules.map((each) => ({ ...each, active: each.kind in years, years: years[each.kind] ?? each.years })) });
}
const preview = async (page: Page) => previewAnswer.parse(await call(page, 'retention.preview', { limit: 500 })).value;

/** Goes to a part of the screen by menu and tab. */
async function openPrivacy(page: Page, tab: 'Disclosures' | 'Retention' | 'Legal holds' | 'Erasures'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Data protection' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data protection' })).toBeVisible();
  await page.getByRole('tab', { name: tab }).click();
}

test('a list that leaves the school leaves out who opted out, and stands in the log of disclosures', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  const { rows } = await listStudents(page, { limit: 500, filter: { division: 'Α1' } });
  const [student] = rows;
  await openStudent(page, student!.studentNo);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Leave out of directories' }).click();
  await expect(page.getByText('Not in directories')).toBeVisible();

  await page.goto(new URL(`/students?dialog=export&level=${encodeURIComponent('Α')}&division=${encodeURIComponent('Α1')}`, page.url()).href);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('CSV', { exact: true }).click();
  await dialog.getByRole('radio', { name: 'Yes, somebody else gets it' }).click();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('This is needed').first()).toBeVisible();
  await dialog.getByLabel('Recipient').fill('Σύλλογος Γονέων');
  await dialog.getByLabel('Purpose').fill('Κατάλογος τμήματος');
  const csv = await app.download(() => dialog.getByRole('button', { name: 'Export', exact: true }).click());
  const lines = Papa.parse<string[]>(readFileSync(csv, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  expect(lines.flat()).not.toContain(student!.studentNo);
  await expect(dialog.getByText(/who opted out of directories (is|are) not on the list/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await openPrivacy(page, 'Disclosures');
  await page.getByLabel('Recipient').fill('συλλογος');
  const row = page.getByRole('row', { name: /Σύλλογος Γονέων/ });
  await expect(row).toContainText('Directory of students');
  await expect(row).toContainText(`and ${lines.length - 1 - 5} more`);
});

test('a disclosure is written down by hand, corrected, removed, and brought back by one undo', async ({ app: { page } }) => {
  await signIn(page);
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await openStudent(page, student!.studentNo);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Record a disclosure' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Recipient').fill('Νοσοκομείο Παίδων');
  await dialog.getByLabel('Purpose').fill('Εισαγωγή');
  await dialog.getByLabel('What was disclosed').fill('Στοιχεία επικοινωνίας');
  await dialog.getByLabel('Ground').click();
  await page.getByRole('option', { name: 'Emergency' }).click();
  await dialog.getByRole('button', { name: /Save/ }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('tab', { name: 'Privacy' }).click();
  const line = page.getByRole('row', { name: /Νοσοκομείο Παίδων/ });
  await expect(line).toContainText('Emergency');
  await line.getByRole('button', { name: /^Edit/ }).click();
  await dialog.getByLabel('Note').fill('Τηλεφωνικά');
  await dialog.getByRole('button', { name: /Save/ }).click();
  await expect(line).toContainText('Τηλεφωνικά');
  await line.getByRole('button', { name: /^Remove/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(line).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(line).toBeVisible();
});

test('a student’s whole file comes as an archive with a page, data and documents', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await openStudent(page, student!.studentNo);
  const zip = await app.download(async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Whole file as an archive' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make the archive' }).click();
  });
  const files = unzipSync(readFileSync(zip));
  const text = Buffer.from(files['index.html'] ?? []).toString('utf8');
  expect(text).toContain(student!.familyEl);
  const { data } = z.object({ data: z.record(z.string(), z.unknown()) }).parse(JSON.parse(Buffer.from(files['data.json'] ?? []).toString('utf8')));
  expect(Object.keys(data)).toEqual(expect.arrayContaining(['person', 'contacts', 'family', 'stays', 'grades', 'history']));
  await expect(page.getByRole('dialog').getByText('The archive has been made')).toBeVisible();
});

test('rules take nothing before they are saved; what is due is looked at, erased with its number typed, and written down; a legal hold keeps what is under it', async ({ app: { page } }) => {
  test.setTimeout(120_000);
  await signIn(page, 'administrator');
  await openPrivacy(page, 'Retention');
  await expect(page.getByText('No rule is in force')).toBeVisible();
  await page.getByRole('textbox', { name: 'Years after leaving: Contacts and home' }).fill('1');
  await page.getByRole('checkbox', { name: 'In force: Contacts and home' }).check();
  await page.getByRole('button', { name: 'Save the rules' }).click();
  await expect(page.getByText(/students have records that are due/)).toBeVisible();
  const { total, rows } = await preview(page);
  const [held, erased] = [rows[0]!, rows.at(-1)!];
  await call(page, 'legalHolds.save', { studentId: held.studentId, hold: { reason: 'Εκκρεμότητα', startDate: '2026-01-01', endDate: null } });
  await page.reload();
  await expect(page.getByText(`${total - 1} students have records that are due`)).toBeVisible();
  await expect(page.getByRole('region', { name: /held back by a legal hold/ })).toContainText(held.studentNo);

  await page.getByRole('button', { name: 'Erase what is due…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('On what ground').fill('Πράξη 7/2026');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog.getByText('Type the number of students')).toBeVisible();
  await dialog.getByLabel(`Type ${total - 1} to confirm`).fill(String(total - 1));
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText(`Records of ${total - 1} students have been erased.`)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Nothing is due')).toBeVisible();
  await openPrivacy(page, 'Erasures');
  await expect(page.getByRole('row', { name: new RegExp(erased.studentNo) })).toContainText('Πράξη 7/2026');
  const contacts = z.object({ ok: z.literal(true), value: z.object({ details: z.object({ phone: z.string().nullable(), address: z.string().nullable() }) }) });
  expect(contacts.parse(await call(page, 'students.get', { id: erased.studentId })).value.details).toEqual({ phone: null, address: null });
  expect(contacts.parse(await call(page, 'students.get', { id: held.studentId })).value.details.address).not.toBeNull();
});

test('an erasure is refused while the student is here; after it the transcript can still be issued and nothing brings the rest back', async ({ app: { page } }) => {
  await signIn(page, 'administrator');
  const { rows: [here] } = await listStudents(page, { limit: 1 });
  await openStudent(page, here!.studentNo);
  const open = async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Erase…' }).click();
  };
  const dialog = page.getByRole('dialog');
  await open();
  await expect(dialog.getByText(/still enrolled/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await setRules(page, { contacts: 1 });
  const gone = (await preview(page)).rows[0]!;
  await openStudent(page, gone.studentNo);
  await open();
  await expect(dialog.getByRole('region', { name: 'What is erased' })).toContainText('Contacts and home');
  await expect(dialog.getByRole('region', { name: /What stays/ })).toContainText('register number');
  await dialog.getByLabel('Reason').fill('Αίτηση κηδεμόνα, αρ. πρωτ. 214');
  await dialog.getByLabel('Type the register number to confirm').fill('1');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog.getByText('This is not the student\'s register number')).toBeVisible();
  // The title stays at the very edge of a dialog that is scrolled: nothing shows above it.
  expect(await dialog.evaluate((box) => {
    box.scrollTop = box.scrollHeight;
    return (box.querySelector('header')?.getBoundingClientRect().top ?? Infinity) - box.getBoundingClientRect().top;
  })).toBeLessThan(2);
  await dialog.getByLabel('Type the register number to confirm').fill(gone.studentNo);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog.getByText('The data has been erased.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('tab', { name: 'Guardians' }).click();
  await expect(page.getByRole('heading', { name: 'No guardians entered' })).toBeVisible();
  await page.getByRole('tab', { name: 'Privacy' }).click();
  await expect(page.getByRole('table', { name: 'Erasures' })).toContainText('αρ. πρωτ. 214');
  expect(await call(page, 'history.undoOwn', {})).not.toMatchObject({ value: { procedure: 'privacy.erase' } });
});

for (const theme of themes) {
  test(`the screens of data protection pass axe in the ${theme} theme`, async ({ app: { page } }) => {
    test.setTimeout(120_000);
    await signIn(page, 'administrator');
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    await page.reload();
    await openPrivacy(page, 'Disclosures');
    await expect(page.getByRole('table', { name: 'Disclosures' })).toBeVisible();
    await expectAccessible(page, 'disclosures');
    await page.getByRole('button', { name: 'Record a disclosure' }).click();
    await expectAccessible(page, 'disclosure');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Retention' }).click();
    await expect(page.getByText('No rule is in force')).toBeVisible();
    await expectAccessible(page, 'rules');
    await setRules(page, { contacts: 1, guardians: 2 });
    await page.reload();
    await expect(page.getByRole('table', { name: 'What is due' }).first()).toBeVisible();
    await expectAccessible(page, 'due');
    await page.getByRole('button', { name: 'Erase what is due…' }).click();
    await expectAccessible(page, 'apply');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Legal holds' }).click();
    await expect(page.getByRole('table', { name: 'Legal holds' })).toBeVisible();
    await expectAccessible(page, 'holds');
    await page.getByRole('button', { name: 'Add a legal hold' }).click();
    await expectAccessible(page, 'hold');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Erasures' }).click();
    await expect(page.getByText('Nothing has been erased')).toBeVisible();
    await expectAccessible(page, 'erasures');
    const gone = (await preview(page)).rows[0]!;
    await openStudent(page, gone.studentNo);
    await page.getByRole('tab', { name: 'Privacy' }).click();
    await expectAccessible(page, 'profile');
    const more = page.getByRole('button', { name: 'More', exact: true });
    await more.click();
    await expectAccessible(page, 'menu');
    await page.getByRole('menuitem', { name: 'Whole file as an archive' }).click();
    await expectAccessible(page, 'archive');
    await page.keyboard.press('Escape');
    await more.click();
    await page.getByRole('menuitem', { name: 'Erase…' }).click();
    await expect(page.getByRole('dialog').getByLabel('Reason')).toBeVisible();
    await expectAccessible(page, 'erase');
    await page.keyboard.press('Escape');
    await openScreen(page, 'Students');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export…' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: 'Yes, somebody else gets it' }).click();
    await expectAccessible(page, 'export that leaves');
  });
}

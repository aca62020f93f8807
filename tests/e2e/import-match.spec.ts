import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { signIn } from './sign-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollbook-match-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const studentsForm = z.object({ value: z.object({ rows: z.array(z.object({ studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), birthDate: z.string().nullable() })) }) });
/** As somebody else would type it: one letter in the middle left out. */
const misspell = (name: string) => name.slice(0, 4) + name.slice(5);

test('a colleague’s list with names typed otherwise: who is who is asked, answered and kept', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  const { rows } = studentsForm.parse(await call(page, 'students.list', { limit: 200 })).value;
  const [one, two] = rows.filter(({ familyEl, birthDate }) => familyEl.length > 8 && birthDate !== null);
  const path = join(folder, 'list.csv');
  writeFileSync(path, [
    'Α.Μ.;Επώνυμο;Όνομα;Ημ/νία γέννησης;E-mail', `;${misspell(one!.familyEl)};${one!.givenEl};${one!.birthDate};one@example.org`,
    `;${misspell(two!.familyEl)};${two!.givenEl};${two!.birthDate};two@example.org`, `${one!.studentNo};Ζαχαρίου;Ξανθίππη;2013-01-31;`,
  ].join('\r\n'));
  await app.dropFile(path);

  const panel = page.getByRole('region', { name: 'Who is this?' });
  await expect(panel).toContainText('3 rows wait for your answer');
  await expect(panel.getByText('similar name, same day of birth').first()).toBeVisible();
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await expectAccessible(page, `who is this, ${theme}`);
  }

  await panel.getByRole('radio', { name: `Line 2 is ${one!.familyEl} ${one!.givenEl}, ${one!.studentNo}` }).check();
  await panel.getByRole('radio', { name: 'Line 4 is somebody new' }).check();
  await expect(panel).toContainText('1 row waits for your answer');
  await panel.getByRole('switch', { name: 'Only those not answered' }).check({ force: true });
  await expect(panel.getByRole('row')).toHaveCount(4);
  await panel.getByRole('button', { name: 'The likeliest for all on this page' }).click();
  await expect(panel).toContainText('Every question is answered.');
  await expect(page.getByRole('button', { name: 'Create 1 student, change 2' })).toBeEnabled();

  await page.getByRole('checkbox', { name: 'Ask about whoever looks alike' }).uncheck();
  await expect(page.getByRole('button', { name: 'Create 3 students' })).toBeEnabled();
  await page.getByRole('checkbox', { name: 'Ask about whoever looks alike' }).check();
  await page.getByRole('button', { name: 'Create 1 student, change 2' }).click();
  await expect(page.getByRole('button', { name: 'Take this import back' })).toBeVisible();
});

import { expect, test } from './fixture.ts';
import { listStudents } from './records.ts';
import { signIn } from './sign-in.ts';

const strip = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

test('the palette finds students and commands', async ({ app: { page } }) => {
  await signIn(page);
  await test.step('Ctrl+K finds a student in Greek without accents, in capitals and in Greeklish, and Enter opens', async () => {
    const { rows } = await listStudents(page, { filter: { text: 'χριστοδουλου' }, limit: 1 });
    const student = rows[0] ?? (await listStudents(page, { limit: 1 })).rows[0]!;
    const spellings = [strip(student.familyEl), student.familyEl.toUpperCase(), ...(rows[0] ? ['xristodoulou', 'Christodoulou'] : [])];
    for (const spelling of spellings) {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill(`${spelling} ${strip(student.givenEl)}`);
      await expect(page.getByRole('option').first()).toContainText(student.familyEl);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Register no.').first()).toBeVisible();
      await expect(page.getByText(student.familyEl).first()).toBeVisible();
      await page.goto(new URL('/', page.url()).href);
      await expect(page.getByRole('navigation')).toBeVisible();
    }
  });
  await test.step('the palette reaches commands in either language', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('νεος μαθ');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'New student' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('print a class');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Print a class list' })).toBeVisible();
  });
});

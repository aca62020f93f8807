import { expect, test } from './fixture.ts';
import { field, listStudents, openScreen, openStudent } from './records.ts';
import { demoPassword, signIn } from './sign-in.ts';

test('what was done is taken back: beside the command, by key, and from the history', async ({ app: { page } }) => {
  test.setTimeout(120_000);
  await signIn(page);
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await openStudent(page, student!.studentNo);
  const rename = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await field(page, 'Preferred name').fill(name);
    await page.keyboard.press('Control+s');
    await expect(page.getByText(name, { exact: true })).toBeVisible();
  };
  await rename('Πρώτο');
  await test.step("a student's own history has the same", async () => {
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('button', { name: /Student updated/ }).first().click();
    await expect(page.getByRole('row', { name: /Preferred name/ })).toContainText('Πρώτο');
  });
  await test.step('the history shows old and new values, says what stands on a change, and takes it back once nothing does', async () => {
    await page.getByRole('tab', { name: 'Details' }).click();
    await rename('Δεύτερο');
    await openScreen(page, 'History');
    const updates = page.getByRole('row', { name: /Student updated/ });
    await expect(updates).toHaveCount(2);
    await updates.nth(1).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('row', { name: /Preferred name/ })).toContainText('Πρώτο');
    await expect(drawer.getByText('This cannot be taken back yet')).toBeVisible();
    await drawer.getByRole('link', { name: /later change no\./ }).first().click();
    await expect(drawer.getByRole('row', { name: /Preferred name/ })).toContainText('Δεύτερο');
    await drawer.getByRole('button', { name: 'Take this back' }).click();
    await page.getByRole('dialog', { name: 'Take this change back?' }).getByRole('button', { name: 'Take this back' }).click();
    await expect(drawer.getByText(/Taken back by no\./)).toBeVisible();
    await drawer.getByRole('button', { name: 'Close' }).click();
    await updates.nth(1).click();
    await expect(drawer.getByRole('button', { name: 'Take this back' })).toBeVisible();
    await drawer.getByRole('button', { name: 'Close' }).click();
  });
  await openStudent(page, student!.studentNo);
  await rename('Τρίτο');
  await test.step('the Undo beside a command takes it back', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(page.getByText('Τρίτο', { exact: true })).toBeHidden();
    await expect(page.getByText('Taken back: Student updated').last()).toBeVisible();
  });
  await rename('Τέταρτο');
  await test.step('Ctrl+Z takes the last own command back', async () => {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Τέταρτο', { exact: true })).toBeHidden();
  });
});

test('the offer to take back is gone once the window is locked or somebody has signed out', async ({ app: { page } }) => {
  await signIn(page);
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await openStudent(page, student!.studentNo);
  const rename = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await field(page, 'Preferred name').fill(name);
    await page.keyboard.press('Control+s');
    await expect(offer).toBeVisible();
  };
  const offer = page.getByRole('alert').getByRole('button', { name: 'Undo' });
  await rename('Πρώτο');
  await page.keyboard.press('Control+l');
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(offer).toHaveCount(0);
  await rename('Δεύτερο');
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(offer).toHaveCount(0);
});

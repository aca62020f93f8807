import { expect, test } from './fixture.ts';
import { field, listStudents, openScreen, openStudent } from './records.ts';
import { signIn } from './sign-in.ts';

test('a form names mistakes, keeps what is typed, and a no-contact order stands above everything', async ({ app: { page } }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await test.step('a new student: Latin names are proposed, a mistake is named at its field, and nothing typed is lost', async () => {
    const { rows: [other] } = await listStudents(page, { limit: 1 });
    await openScreen(page, 'Students');
    await page.getByRole('link', { name: 'New student' }).click();
    await field(page, 'Surname').fill('Ευαγγέλου');
    await field(page, 'Name').fill('Θεοφανώ');
    await field(page, 'Surname (Latin)').focus();
    await expect(field(page, 'Surname (Latin)')).toHaveValue('Evangelou');
    await expect(field(page, 'Name (Latin)')).toHaveValue('Theofano');
    await field(page, 'Register no.').fill(other!.studentNo);
    await field(page, 'Date of birth').fill('5.9.11');
    await field(page, 'E-mail').fill('not an address');
    await page.getByRole('combobox', { name: 'Level' }).fill('Α');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('This is not an e-mail address')).toBeVisible();
    await expect(field(page, 'E-mail')).toBeFocused();
    await field(page, 'E-mail').fill('theofano@example.org');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Another student has this number')).toBeVisible();
    await expect(field(page, 'Register no.')).toBeFocused();
    await expect(field(page, 'Surname')).toHaveValue('Ευαγγέλου');
    await field(page, 'Register no.').fill('E2E-1');
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { level: 1, name: 'Evangelou Theofano' })).toBeVisible();
    await expect(page.getByText('Ευαγγέλου Θεοφανώ')).toBeVisible();
    await expect(page.getByText('05/09/2011')).toBeVisible();
    await expect(page.getByText('Enrolled', { exact: true })).toBeVisible();
  });
  await test.step('leaving a form with changes asks first', async () => {
    const { rows: [student] } = await listStudents(page, { limit: 1 });
    await openStudent(page, student!.studentNo);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await field(page, 'Mobile').fill('697 000 0000');
    await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    await expect(field(page, 'Mobile')).toHaveValue('697 000 0000');
    await field(page, 'Mobile').press('Escape');
    await question.getByRole('button', { name: 'Leave without saving' }).click();
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
    await expect(page.getByText('697 000 0000')).toBeHidden();
  });
  await test.step('a guardian under a no-contact order stands in red above everything, in words', async () => {
    const { rows: [student] } = await listStudents(page, { limit: 1 });
    await openStudent(page, student!.studentNo);
    await page.getByRole('tab', { name: 'Guardians' }).click();
    await page.getByRole('button', { name: 'Add a guardian' }).click();
    await field(page, 'Surname').fill('Ξένος');
    await field(page, 'Name').fill('Άρης');
    await page.getByRole('checkbox', { name: 'No-contact order' }).check();
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('alert').filter({ hasText: 'No-contact order' })).toContainText('Xenos Aris');
  });
});

test('two windows edit the same student: both see it, one chooses, nothing is lost', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await openStudent(page, student!.studentNo);
  const second = await app.newWindow();
  await expect(second.getByRole('navigation')).toBeVisible();
  await openStudent(second, student!.studentNo);
  for (const each of [page, second]) await each.getByRole('button', { name: 'Edit', exact: true }).click();

  await field(second, 'Preferred name').fill('Τάκης');
  await field(second, "Mother's name").fill('Ελπίδα');
  await second.keyboard.press('Control+s');
  await expect(second.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();

  await expect(page.getByText('This student has been changed meanwhile')).toBeVisible();
  await field(page, 'Preferred name').fill('Τασούλης');
  await field(page, 'Mobile').fill('697 111 2222');
  await page.keyboard.press('Control+s');
  const conflict = page.getByRole('dialog', { name: 'Somebody else has edited this student' });
  await expect(conflict).toContainText('Τάκης');
  await expect(conflict).toContainText('Τασούλης');
  await expect(conflict).toContainText('Ελπίδα');
  await conflict.getByText('Take theirs', { exact: true }).click();
  await conflict.getByRole('button', { name: 'Save as chosen' }).click();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
  for (const value of ['Τάκης', 'Ελπίδα', '697 111 2222']) await expect(page.getByText(value, { exact: true })).toBeVisible();
});

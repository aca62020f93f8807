import { expect, test } from './fixture.ts';
import { chooseFirst, listStudents, openScreen, readColumn } from './records.ts';
import { signIn } from './sign-in.ts';

test('the list as it stands, sorted, narrowed and walked through by keyboard', async ({ app: { page } }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await openScreen(page, 'Students');
  await test.step('the list shows those enrolled, in the order of their names, and counts them', async () => {
    const { total, rows } = await listStudents(page, { limit: 10 });
    await expect(page.getByRole('status').filter({ hasText: `${total} students` })).toBeVisible();
    const numbers = await readColumn(page, 'studentNo');
    expect(numbers.slice(0, 10)).toEqual(rows.map(({ studentNo }) => studentNo));
  });
  await test.step('a click on a heading sorts by it, a second one turns it round, and the address keeps it', async () => {
    await page.getByRole('columnheader', { name: 'Date of birth' }).click();
    await expect.poll(() => page.url()).toContain('by=birthDate');
    const dates = async () => (await readColumn(page, 'birthDate')).map((date) => date.split('/').toReversed().join('-'));
    await expect.poll(async () => { const d = await dates(); return d.join() === d.toSorted().join(); }).toBe(true);
    await page.getByRole('columnheader', { name: 'Date of birth' }).click();
    await expect.poll(() => page.url()).toContain('descending=true');
    await expect.poll(async () => { const d = await dates(); return d.join() === d.toSorted().toReversed().join(); }).toBe(true);
  });
  // The menu leads back to the list in its own order.
  await openScreen(page, 'Students');
  await test.step('it narrows as one types, by any spelling; the address never holds what was typed', async () => {
    const { rows: [student] } = await listStudents(page, { filter: { text: 'παπαδοπουλου' }, limit: 1 });
    expect(student).toBeDefined();
    await page.keyboard.press('/');
    await expect(page.getByLabel('Search in the list')).toBeFocused();
    await page.keyboard.type('papadopoulou');
    const { total } = await listStudents(page, { filter: { text: 'papadopoulou' } });
    await expect(page.getByRole('status').filter({ hasText: new RegExp(`^${total} student`) })).toBeVisible();
    expect(page.url()).not.toMatch(/papad/i);
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await expect(page.getByLabel('Search in the list')).toHaveValue('');
  });
  await test.step('level and division narrow it, and nobody left says what to do', async () => {
    await page.getByRole('combobox', { name: 'Level' }).click();
    await page.getByRole('option').first().click();
    await expect.poll(() => page.url()).toContain('level=');
    const level = new URL(page.url()).searchParams.get('level') ?? '';
    await expect.poll(async () => new Set(await readColumn(page, 'level')).size).toBe(1);
    expect((await readColumn(page, 'level'))[0]).toBe(level.replaceAll('"', ''));
    await page.getByLabel('Search in the list').fill('zzzzqqq');
    await expect(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect(page.getByRole('grid')).toBeVisible();
  });
  await test.step('arrows and Enter open a student; Back returns to the same list', async () => {
    const { rows } = await listStudents(page, { limit: 3 });
    await readColumn(page, 'studentNo');
    await page.getByLabel('Search in the list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Register no. ${rows[1]!.studentNo}`)).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('grid')).toBeVisible();
  });
});

test('the choice of columns stays, and students are archived and brought back', async ({ app: { page } }) => {
  await signIn(page);
  await openScreen(page, 'Students');
  await test.step('the width and the choice of columns are remembered', async () => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: "Father's name" }).click();
    await expect(page.getByRole('columnheader', { name: "Father's name" })).toBeHidden();
    await page.reload();
    await expect(page.getByRole('columnheader', { name: 'Name', exact: true })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: "Father's name" })).toBeHidden();
  });
  await test.step('chosen students are archived after a question that names them, and come back by Undo', async () => {
    const { rows, total } = await listStudents(page, { limit: 2 });
    await chooseFirst(page, 2);
    await page.getByRole('button', { name: 'Archive 2 students' }).click();
    const dialog = page.getByRole('dialog', { name: 'Archive 2 students?' });
    for (const { studentNo } of rows) await expect(dialog).toContainText(studentNo);
    await dialog.getByRole('button', { name: 'Archive', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: `${total - 2} students` })).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: `${total} students` })).toBeVisible();
  });
});

import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { call } from './call.ts';
import { test } from './fixture.ts';
import { signIn } from './sign-in.ts';
const studentsForm = z.object({ value: z.object({ rows: z.array(z.object({ studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), birthDate: z.string().nullable() })) }) });
test('shots', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  const { rows } = studentsForm.parse(await call(page, 'students.list', { limit: 200 })).value;
  const [one, two] = rows.filter(({ familyEl, birthDate }) => familyEl.length > 8 && birthDate !== null);
  writeFileSync('/tmp/list.csv', ['Α.Μ.;Επώνυμο;Όνομα;Ημ/νία γέννησης;E-mail', `;${one!.familyEl.slice(0,4)+one!.familyEl.slice(5)};${one!.givenEl};${one!.birthDate};one@example.org`,
    `;${two!.familyEl.slice(0,4)+two!.familyEl.slice(5)};${two!.givenEl};${two!.birthDate};two@example.org`, `${one!.studentNo};Ζαχαρίου;Ξανθίππη;2013-01-31;`].join('\r\n'));
  await app.dropFile('/tmp/list.csv');
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const lang of ['en', 'el']) for (const theme of ['light', 'dark']) {
    await page.evaluate(([t]) => document.documentElement.setAttribute('data-mantine-color-scheme', t!), [theme]);
    const panel = page.getByRole('region', { name: /Who is this|Ποιος είναι/ });
    await panel.scrollIntoViewIfNeeded(); await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/shot-${lang}-${theme}.png` });
    if (lang === 'en' && theme === 'dark') { await page.keyboard.press('Control+k'); await page.waitForTimeout(300); await page.keyboard.type('Ελλην'); await page.waitForTimeout(800); await page.keyboard.press('Enter'); await page.waitForTimeout(800); }
  }
});

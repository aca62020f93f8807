import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openOffice } from '../../../../../tests/fixtures/office.ts';
import { emptyBundle, joinList, makeRecord, readBundle, writeBundle, type Bundle } from '../../oneroster/index.ts';
import { exportOf, preview, take, withoutIds } from './testing-roster.ts';

const letters = ['Α', 'Β', 'Γ'] as const;
const name = fc.stringMatching(/^[Α-ΡΣ-Ω][α-ω]{2,9}$/);
const student = fc.record({
  family: name, given: name, father: fc.option(name, { nil: '' }), birthDate: fc.date({ min: new Date('2008-01-01'), max: new Date('2013-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  sex: fc.constantFrom('female', 'male', ''), division: fc.integer({ min: 0, max: 2 }), movesTo: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }), leaves: fc.boolean(),
  courses: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }), guardian: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  result: fc.oneof(fc.integer({ min: 0, max: 200 }).map((tenths) => ({ state: 'scored', score: String(tenths / 10) })), fc.constantFrom('missing', 'exempt', 'excused', 'absent').map((state) => ({ state, score: '' }))),
});
const school = fc.record({ students: fc.array(student, { minLength: 1, maxLength: 7 }), guardians: fc.tuple(name, name, name, name) });
type School = typeof school extends fc.Arbitrary<infer S> ? S : never;

/** A school of one level and three divisions, as another system would write it. Some guardians have one name, some students move, some leave. */
function bundleOf({ students, guardians }: School): Bundle {
  const bundle = emptyBundle(), { records } = bundle;
  bundle.source = { systemName: 'Other', systemCode: 'other' };
  records.academicSessions = [
    makeRecord('academicSessions', { sourcedId: 'y', title: '2026-27', type: 'schoolYear', startDate: '2026-09-01', endDate: '2027-06-30', schoolYear: '2027' }),
    makeRecord('academicSessions', { sourcedId: 't', title: 'Α΄', type: 'semester', startDate: '2026-09-01', endDate: '2027-01-20', parentSourcedId: 'y', schoolYear: '2027' }),
  ];
  records.orgs = [makeRecord('orgs', { sourcedId: 'o', name: 'Γυμνάσιο Δοκιμής', type: 'school' })];
  records.courses = letters.map((letter, i) => makeRecord('courses', { sourcedId: `c${i}`, title: `Μάθημα ${letter}`, courseCode: `C-${letter}`, grades: 'Α', orgSourcedId: 'o', 'metadata.titleEn': `Course ${letter}` }));
  records.courses.push(makeRecord('courses', { sourcedId: 'h', title: 'Τμήμα', courseCode: 'H', orgSourcedId: 'o' }));
  records.classes = letters.flatMap((letter, i) => [
    makeRecord('classes', { sourcedId: `k${i}`, title: `Μάθημα ${letter}`, classCode: `C-${letter}-1`, grades: 'Α', courseSourcedId: `c${i}`, classType: 'scheduled', schoolSourcedId: 'o', termSourcedIds: i === 0 ? 't' : 'y', location: `${i}` }),
    makeRecord('classes', { sourcedId: `d${i}`, title: `Α${i + 1}`, classCode: `Α${i + 1}`, grades: 'Α', courseSourcedId: 'h', classType: 'homeroom', schoolSourcedId: 'o', termSourcedIds: 'y' }),
  ]);
  records.categories = [makeRecord('categories', { sourcedId: 'a', title: 'Εργασίες', weight: '1' })];
  records.lineItems = [makeRecord('lineItems', { sourcedId: 'l', title: 'Τεστ', assignDate: '2026-10-01', dueDate: '2026-10-05', classSourcedId: 'k1', categorySourcedId: 'a', gradingPeriodSourcedId: 't', resultValueMin: '0', resultValueMax: '20', schoolSourcedId: 'o' })];
  const attends = (sourcedId: string, classSourcedId: string, userSourcedId: string, beginDate: string, endDate = '') => makeRecord('enrollments', { sourcedId, classSourcedId, userSourcedId, schoolSourcedId: 'o', role: 'student', beginDate, endDate });
  students.forEach((each, i) => {
    const id = `s${i}`, end = each.leaves ? '2026-11-20' : '';
    records.users.push(makeRecord('users', {
      sourcedId: id, enabledUser: 'true', username: `N${i}`, identifier: `N${i}`, familyName: each.family, givenName: each.given, grades: 'Α', primaryOrgSourcedId: 'o', 'metadata.fatherName': each.father,
      agentSourcedIds: each.guardian === null ? '' : `g${each.guardian}`, 'metadata.agentRelations': each.guardian === null ? '' : joinList(['mother']),
    }));
    records.roles.push(makeRecord('roles', { sourcedId: `r${i}`, userSourcedId: id, roleType: 'primary', role: 'student', orgSourcedId: 'o', beginDate: '2026-09-11', endDate: end }));
    records.demographics.push(makeRecord('demographics', { sourcedId: id, birthDate: each.birthDate, sex: each.sex }));
    const moves = each.movesTo !== null && each.movesTo !== each.division;
    records.enrollments.push(attends(`m${i}`, `d${each.division}`, id, '2026-09-11', moves ? '2026-10-13' : end), ...(moves ? [attends(`n${i}`, `d${each.movesTo}`, id, '2026-10-14', end)] : []));
    for (const course of each.courses) records.enrollments.push(attends(`e${i}-${course}`, `k${course}`, id, '2026-09-11', end));
    if (each.courses.includes(1)) records.results.push(makeRecord('results', { sourcedId: `x${i}`, lineItemSourcedId: 'l', studentSourcedId: id, scoreStatus: 'fully graded', score: each.result.score, scoreDate: '2026-10-05', classSourcedId: 'k1', 'metadata.state': each.result.state }));
  });
  const used = new Set(students.map(({ guardian }) => guardian));
  guardians.forEach((family, i) => {
    if (!used.has(i)) return;
    // The first two have one name and are two people.
    records.users.push(makeRecord('users', { sourcedId: `g${i}`, enabledUser: 'true', username: `g${i}`, familyName: i < 2 ? 'Συνώνυμη' : family, givenName: i < 2 ? 'Μαρία' : 'Άννα', sms: `690000000${i}` }));
    records.roles.push(makeRecord('roles', { sourcedId: `rg${i}`, userSourcedId: `g${i}`, roleType: 'primary', role: 'parent', orgSourcedId: 'o' }));
  });
  for (const file of Object.keys(records) as (keyof typeof records)[]) bundle.modes[file] = 'bulk';
  return bundle;
}

describe('whatever the school', () => {
  it('what is taken in goes out, and comes in elsewhere, as the same; coming again it changes nothing', async () => {
    await fc.assert(fc.asyncProperty(school, async (made) => {
      const first = await openOffice(), second = await openOffice();
      try {
        const taken = await take(writeBundle(bundleOf(made)), first);
        expect([taken.late, taken.counts.refused]).toEqual([[], 0]);
        const out = await exportOf(first);
        expect((await preview(writeBundle(bundleOf(made)), first)).counts).toMatchObject({ create: 0, change: 0, refused: 0 });
        expect((await preview(out, first)).counts).toMatchObject({ create: 0, change: 0, refused: 0 });
        expect((await take(out, second)).late).toEqual([]);
        expect(withoutIds((await readBundle(await exportOf(second))).bundle)).toEqual(withoutIds((await readBundle(out)).bundle));
      } finally {
        await Promise.all([first.close(), second.close()]);
      }
    }), { numRuns: 6 });
  }, 240_000);
});

const data = join(import.meta.dirname, '../../../../../../shared/data/oneroster');
describe.skipIf(!existsSync(data))('files of others (skipped where ../shared/data is missing)', () => {
  it.each(existsSync(data) ? readdirSync(data) : [])('%s: every row is taken in or refused with a reason', async (folder) => {
    const office = await openOffice();
    const zip = zipSync(Object.fromEntries(readdirSync(join(data, folder)).filter((file) => file.endsWith('.csv')).map((file) => [file, new Uint8Array(readFileSync(join(data, folder, file)))])));
    const { rows, counts, late } = await take(zip, office);
    expect(late).toEqual([]);
    const refused = await rows('refused');
    expect(refused).toHaveLength(Math.min(counts.refused, 500));
    for (const row of refused) expect(row.problems.length).toBeGreaterThan(0);
    await office.close();
  }, 120_000);
});

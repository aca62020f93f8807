import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent, readDerived } from '../../../../tests/fixtures/content.ts';
import { openTestCore, type TestCore } from '../../../../tests/fixtures/core.ts';
import { createRandom } from '../demo/rules-random.ts';
import { findOpenYear, readSchoolId } from '../settings/index.ts';
import { attendanceLimit, attendanceMark, course, enrolment, homeroom, homeroomMembership, person, postedGrade, section, sectionEnrolment, sectionStaff, staff, student } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';

let school: TestCore;
beforeEach(async () => { school = await openTestCore({ clock: () => Date.parse('2027-07-01T08:00:00Z') }); });
afterEach(() => school.close());

const one = (db: TestCore['environment']['reader'], sql: string) => db.get<{ id: string }>(sql)?.id ?? '';
interface Plan { level: string; division: string | null; grades: (number | null)[]; left?: boolean; absences?: number }

/** A finished year: each student in four courses of their division, with a grade in both terms where the plan has one. */
function finishYear(plans: readonly Plan[]): string[] {
  return school.plant((db) => {
    const year = findOpenYear(db)!;
    const terms = db.all<{ id: string }>('SELECT id FROM term ORDER BY startDate').map(({ id }) => id);
    const scaleId = one(db, 'SELECT id FROM scale'), absent = one(db, `SELECT id FROM attendance_code WHERE code = 'AU'`);
    const teacher = db.insert(staff, { personId: nameless(db, 'Δάσκαλος'), code: 'Τ1' });
    db.insert(attendanceLimit, { nameEl: 'Λύκειο', nameEn: 'Lyceum', level: null, hours: 114, counts: 'all', validFrom: '2020-01-01' });
    const courses = ['Άλγεβρα', 'Φυσική', 'Ιστορία', 'Αγγλικά'].map((nameEl, i) => db.insert(course, { code: `Μ${i}`, nameEl, nameEn: nameEl }));
    const sections = new Map<string, string[]>();
    return plans.map((plan, number) => {
      const key = `${plan.level}/${plan.division}`;
      let own = sections.get(key);
      if (!own) {
        if (plan.division) db.insert(homeroom, { yearId: year.id, level: plan.level, division: plan.division, room: '101', capacity: 3, staffId: teacher });
        own = courses.map((courseId, i) => db.insert(section, { courseId, yearId: year.id, code: `Μ${i}-${key}`, level: plan.level, division: plan.division }));
        for (const sectionId of own) db.insert(sectionStaff, { sectionId, staffId: teacher, role: 'primary', startDate: year.startDate });
        sections.set(key, own);
      }
      const studentId = db.insert(student, { personId: nameless(db, `Μαθητής ${number}`), studentNo: `${number + 1}` });
      const end = plan.left ? '2027-02-01' : null;
      const { level, division } = plan;
      const enrolmentId = db.insert(enrolment, { studentId, orgId: readSchoolId(db), yearId: year.id, level, division, entryDate: year.startDate, lastAttendedDate: end, exitCode: end && 'withdrawn' });
      if (division) db.insert(homeroomMembership, { studentId, enrolmentId, yearId: year.id, level, division, startDate: year.startDate, endDate: end });
      own.forEach((sectionId, i) => {
        db.insert(sectionEnrolment, { sectionId, studentId, startDate: year.startDate, endDate: end });
        const value = plan.grades[i];
        if (value != null) for (const termId of terms) db.insert(postedGrade, { sectionId, termId, studentId, scaleId, value });
      });
      for (let day = 0; day < (plan.absences ?? 0); day += 1) db.insert(attendanceMark, { studentId, date: `2026-10-${String(day + 1).padStart(2, '0')}`, codeId: absent, source: 'teacher' });
      return studentId;
    });
  });
}
const nameless = (db: Writer, familyEl: string) => db.insert(person, { familyEl, givenEl: 'Α', sortKey: familyEl });
const good = [12, 14, 11, 16], poor = [8, 9, 7, 10];
const plans: Plan[] = [
  { level: 'Α', division: 'Α1', grades: good }, { level: 'Α', division: 'Α1', grades: poor }, { level: 'Α', division: 'Α1', grades: good, left: true },
  { level: 'Β', division: 'Β1', grades: good }, { level: 'Γ', division: 'Γ1', grades: good }, { level: 'Γ', division: 'Γ1', grades: [15, null, 12, 11] },
  { level: 'Α', division: null, grades: good }, { level: 'Β', division: 'Β1', grades: good, absences: 17 },
];
async function simulate(more: { toYearId?: string } = {}) {
  const start = await school.admin.call('rollover.start', {});
  return school.admin.job('rollover.simulate', { fromYearId: start.suggested.fromYearId!, ...more });
}
const db = () => school.environment.reader;

describe('the rollover of a finished year', () => {
  it('says for every student what would become of them and why, and writes nothing', async () => {
    finishYear(plans);
    const before = readContent(db());
    const { id, counts, students } = await simulate();
    expect(counts).toEqual({ promote: 3, retain: 2, graduate: 1, undecided: 1, left: 1, alreadyEnrolled: 0 });
    expect(students).toBe(plans.length);
    const { rows } = await school.admin.call('rollover.rows', { id, outcome: 'undecided' });
    expect(rows).toMatchObject([{ level: 'Γ', reasons: [{ key: 'gradesMissing', params: { count: 1, coursesEl: 'Φυσική' } }] }]);
    const retained = await school.admin.call('rollover.rows', { id, outcome: 'retain' });
    expect(retained.rows.map(({ reasons }) => reasons[0]?.key)).toEqual(['meanTooLow', 'absences']);
    expect(retained.rows[1]?.reasons[0]?.params).toEqual({ hours: 119, limit: 114 });
    expect(readContent(db())).toEqual(before);
  });

  it('before the year is over decides about nobody', async () => {
    finishYear(plans);
    await school.close();
    school = await openTestCore({ clock: () => Date.parse('2027-05-01T08:00:00Z') });
    finishYear(plans);
    expect((await simulate()).counts).toMatchObject({ undecided: 7, left: 1 });
  });

  it('writes one change set: the year with its terms, stays and divisions in it, ends in the old one', async () => {
    const [promoted, retained, , , graduated, undecided] = finishYear(plans);
    const { id } = await simulate();
    const result = await school.admin.job('rollover.commit', { id, closeOldYear: true, openNewYear: true, copySections: true });
    expect(result).toMatchObject({ enrolled: 5, sections: 16, homerooms: 3 });
    const years = db().all('SELECT label, startDate, endDate, status FROM academic_year ORDER BY startDate');
    expect(years).toEqual([{ label: '2026-27', startDate: '2026-09-11', endDate: '2027-06-15', status: 'closed' }, { label: '2027-28', startDate: '2027-09-11', endDate: '2028-06-15', status: 'open' }]);
    expect(db().all('SELECT startDate, endDate FROM term WHERE yearId = ? AND type <> \'year\' ORDER BY startDate', [findOpenYear(db())!.id]))
      .toEqual([{ startDate: '2027-09-11', endDate: '2028-01-20' }, { startDate: '2028-01-21', endDate: '2028-06-15' }]);
    const stays = (studentId: string | undefined) => db().all('SELECT level, division, entryDate, entryCode, lastAttendedDate, exitCode FROM enrolment WHERE studentId = ? ORDER BY entryDate', [studentId ?? '']);
    const next = { entryDate: '2027-09-11', lastAttendedDate: null, exitCode: null };
    expect(stays(promoted)).toMatchObject([{ lastAttendedDate: '2027-06-15', exitCode: 'promoted' }, { level: 'Β', division: 'Β1', entryCode: 'continuing', ...next }]);
    expect(stays(retained)).toMatchObject([{ exitCode: 'repeats' }, { level: 'Α', division: 'Α1', entryCode: 'repeats', ...next }]);
    expect(stays(graduated)).toMatchObject([{ lastAttendedDate: '2027-06-15', exitCode: 'graduated' }]);
    expect(stays(undecided)).toMatchObject([{ lastAttendedDate: null, exitCode: null }]);
    expect(db().get('SELECT count(*) AS n FROM section_enrolment WHERE endDate IS NULL')).toEqual({ n: 4 });
    expect(db().get(`SELECT count(*) AS n FROM homeroom_membership WHERE startDate = '2027-09-11' AND endDate IS NULL`)).toEqual({ n: 4 });
    expect(db().get(`SELECT count(*) AS n FROM section_staff WHERE startDate = '2027-09-11' AND endDate IS NULL`)).toEqual({ n: 16 });
    expect((await school.admin.call('students.list', {})).total).toBe(5);
  });

  it('is taken back whole by one undo', async () => {
    finishYear(plans);
    const { id } = await simulate();
    const before = readContent(db()), derived = readDerived(db());
    await school.admin.job('rollover.commit', { id, closeOldYear: true, openNewYear: true, copySections: true });
    expect(readContent(db())).not.toEqual(before);
    expect(await school.admin.call('history.undoOwn', {})).toMatchObject({ undone: true, procedure: 'rollover.commit' });
    expect(readContent(db())).toEqual(before);
    expect(readDerived(db())).toEqual(derived);
  });

  it('follows the registrar where they decided otherwise, and takes the undecided in a second run', async () => {
    const ids = finishYear(plans);
    const fromYearId = findOpenYear(db())!.id;
    const first = await simulate();
    const { id: overrideId, rev } = await school.admin.call('rollover.override', { fromYearId, studentId: ids[1]!, decision: 'promote', reason: 'Ανεξεταστέος τον Σεπτέμβριο' });
    const { rows, counts, isStale } = await school.admin.call('rollover.rows', { id: first.id, onlyOverridden: true });
    expect(isStale).toBe(false);
    expect(counts).toMatchObject({ promote: 4, retain: 1 });
    expect(rows).toMatchObject([{ outcome: 'promote', ruled: 'retain', toDivision: 'Β1', override: { reason: 'Ανεξεταστέος τον Σεπτέμβριο' } }]);
    await school.admin.call('rollover.removeOverride', { id: overrideId, rev });
    await school.admin.call('rollover.override', { fromYearId, studentId: ids[1]!, decision: 'promote', reason: 'x' });
    await school.admin.job('rollover.commit', { id: first.id });
    await school.admin.call('rollover.override', { fromYearId, studentId: ids[5]!, decision: 'graduate', reason: 'Εξετάσεις' });
    const toYearId = (await school.admin.call('rollover.start', {})).suggested.toYearId!;
    const second = await simulate({ toYearId });
    expect(second.counts).toEqual({ promote: 0, retain: 0, graduate: 1, undecided: 0, left: 2, alreadyEnrolled: 5 });
    expect((await school.admin.job('rollover.commit', { id: second.id })).enrolled).toBe(0);
    expect(db().get('SELECT count(*) AS n FROM academic_year')).toEqual({ n: 2 });
  });

  it('is refused once the records have changed, and not for a phone number', async () => {
    const [first] = finishYear(plans);
    const { id } = await simulate();
    school.plant((own) => own.update(person, one(own, `SELECT personId AS id FROM student WHERE id = '${first}'`), { preferred: 'Νίκος' }));
    expect((await school.admin.call('rollover.rows', { id })).isStale).toBe(false);
    school.plant((own) => own.update(enrolment, one(own, `SELECT id FROM enrolment WHERE studentId = '${first}'`), { division: 'Α2' }));
    expect((await school.admin.call('rollover.rows', { id })).isStale).toBe(true);
    await expect(school.admin.job('rollover.commit', { id })).rejects.toMatchObject({ failure: { code: 'conflict', messageKey: 'rollover.stale' } });
  });

  it('warns of divisions that would hold too many', async () => {
    finishYear(Array.from({ length: 4 }, () => ({ level: 'Α', division: 'Α1', grades: good })));
    const { id } = await simulate();
    expect((await school.admin.call('rollover.rows', { id })).overfull).toEqual([]);
    await school.admin.call('rollover.saveRules', { validFrom: '2026-09-01', rules: { ...(await school.admin.call('rollover.start', {})).rules, levels: ['Α', 'Β'], capacity: 3 } });
    const again = await simulate();
    expect((await school.admin.call('rollover.rows', { id: again.id })).overfull).toEqual([{ level: 'Β', division: 'Β1', students: 4, capacity: 3 }]);
  });

  it('is judged by the rules that held at the end of the year', async () => {
    finishYear(plans);
    const { rules } = await school.admin.call('rollover.start', {});
    await school.admin.call('rollover.saveRules', { validFrom: '2026-09-01', rules: { ...rules, minimumMean: 13.5, divisions: 'unplaced' } });
    await school.admin.call('rollover.saveRules', { validFrom: '2028-01-01', rules: { ...rules, minimumMean: 1 } });
    const { id, counts } = await simulate();
    expect(counts).toMatchObject({ promote: 0, retain: 6 });
    expect((await school.admin.call('rollover.rows', { id, outcome: 'retain' })).rows.every(({ toDivision }) => toDivision === null)).toBe(true);
  });

  it('of a closed year needs a reason', async () => {
    finishYear(plans);
    const first = await simulate();
    await school.admin.job('rollover.commit', { id: first.id, closeOldYear: true, openNewYear: true });
    const [from, to] = db().all<{ id: string }>('SELECT id FROM academic_year ORDER BY startDate');
    const studentId = one(db(), `SELECT studentId AS id FROM enrolment WHERE exitCode IS NULL AND yearId = '${from!.id}'`);
    await school.admin.call('rollover.override', { fromYearId: from!.id, studentId, decision: 'retain', reason: 'x' });
    const { id } = await school.admin.job('rollover.simulate', { fromYearId: from!.id, toYearId: to!.id });
    await expect(school.admin.job('rollover.commit', { id })).rejects.toMatchObject({ failure: { messageKey: 'yearClosed' } });
    expect((await school.admin.job('rollover.commit', { id, reason: 'Επανεξέταση' })).enrolled).toBe(1);
  });
});

describe('of any school', () => {
  it('nobody is lost, stays never overlap, and undo brings everything back', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), fc.record({ closeOldYear: fc.boolean(), openNewYear: fc.boolean(), copySections: fc.boolean() }), async (seed, choices) => {
      await school.close();
      school = await openTestCore({ clock: () => Date.parse('2027-07-01T08:00:00Z') });
      const random = createRandom(seed);
      const many = Array.from({ length: 30 }, (): Plan => {
        const level = random.pick(['Α', 'Β', 'Γ', 'Δ']);
        return {
          level, division: random.chance(0.9) ? `${level}${random.int(1, 2)}` : null, left: random.chance(0.1), absences: random.chance(0.1) ? 20 : 0,
          grades: [0, 1, 2, 3].map(() => (random.chance(0.04) ? null : random.int(60, 200) / 10)),
        };
      });
      finishYear(many);
      const { id, counts } = await simulate();
      expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(many.length);
      const before = readContent(db()), derived = readDerived(db());
      const result = await school.admin.job('rollover.commit', { id, ...choices });
      expect(result.enrolled).toBe(counts.promote + counts.retain);
      expect(db().get(`SELECT count(*) AS n FROM enrolment a JOIN enrolment b ON a.studentId = b.studentId AND a.id < b.id
        AND a.entryDate <= coalesce(b.lastAttendedDate, '9999') AND b.entryDate <= coalesce(a.lastAttendedDate, '9999')`)).toEqual({ n: 0 });
      await school.admin.call('history.undoOwn', {});
      expect(readContent(db())).toEqual(before);
      expect(readDerived(db())).toEqual(derived);
    }), { numRuns: 4 });
  }, 60_000);
});

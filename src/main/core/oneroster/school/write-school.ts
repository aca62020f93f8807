import { RollbookError } from '#contract/errors.ts';
import { systemName } from '#contract/oneroster.ts';
import type { Reader } from '../../store/reader.ts';
import type { BundleRecord } from '../rules/format.ts';
import { openBundleWriter } from '../write-bundle.ts';
import { readGuardianIds, readGuardians, readStaff, readStays, readStudentIds, readStudents } from './repo-people.ts';
import { readCourses, readDivisions, readSchool, readSections, readTerms, readYears } from './repo-structure.ts';
import { readAssessments, readCategories, readMemberships, readPlaces, readScores, readTeaching } from './repo-teaching.ts';
import * as make from './to-records.ts';

/** What is asked for. `isContactShown`: whether e-mail addresses and telephones may go out. `mayGo`: of some students those who may. */
export interface SchoolBundleAsked {
  yearId: string; guardians: boolean; demographics: boolean; results: boolean; isContactShown: boolean; today: string;
  mayGo: (studentIds: readonly string[]) => readonly string[];
  /** Called between parts: throws when the work is cancelled. */
  pace: (done: number, total: number) => Promise<void>;
}
export interface SchoolBundle { content: Uint8Array; studentIds: string[]; leftOut: number; records: number }

const step = 500;

/**
 * One year of the school as a bundle of OneRoster 1.2, in bulk. sourcedIds are the ids of the records here, so that they stay the same from one
 * bundle to the next. Reads some hundred students at a time; the caller holds a snapshot.
 */
export async function writeSchool(db: Reader, asked: SchoolBundleAsked): Promise<SchoolBundle> {
  const { yearId, today } = asked;
  const school = readSchool(db), [year] = readYears(db, { ids: [yearId] });
  if (!school || !year) throw new RollbookError('notFound');
  const wanted = readStudentIds(db, yearId);
  const studentIds = batches(wanted, step).flatMap((ids) => asked.mayGo(ids)), going = new Set(studentIds);
  const writer = openBundleWriter({ systemName, systemCode: school.code ?? school.id }, () => 'bulk');
  const sections = readSections(db, { yearId }), divisions = readDivisions(db, yearId), terms = readTerms(db, { yearId });
  const guardianIds = asked.guardians ? readGuardianIds(db, yearId, today) : [];
  const rounds = studentIds.length * (asked.demographics ? 4 : 3) + guardianIds.length + (asked.results ? sections.length : 0);
  let done = 0, records = 0;
  const add: typeof writer.add = (file, rows) => { writer.add(file, rows); records += rows.length; };
  const paged = async (ids: readonly string[], use: (ids: readonly string[]) => void) => {
    for (const some of batches(ids, step)) {
      await asked.pace(done, rounds);
      use(some);
      done += some.length;
    }
  };
  const quiet = <R extends BundleRecord<'users'>>(record: R): R => (asked.isContactShown ? record : { ...record, email: '', sms: '', phone: '' });

  add('academicSessions', [make.yearRecord(year), ...terms.map(make.termRecord)]);
  add('orgs', [make.schoolRecord(school)]);
  add('courses', [...readCourses(db, { yearId }).map((course) => make.courseRecord(course, school.id)), ...(divisions.length > 0 ? [make.homeroomCourse(school.id)] : [])]);
  add('classes', [...sections.map((section) => make.sectionRecord(section, school.id)), ...divisions.map((division) => make.divisionRecord(division, school.id))]);

  const staff = readStaff(db, null, today);
  add('users', staff.map((row) => quiet(make.staffRecord(row, school.id))));
  const told = new Set<string>();
  await paged(studentIds, (ids) => add('users', readStudents(db, ids, yearId, today).map((row) => {
    if (!asked.guardians) return quiet(make.studentRecord({ ...row, guardians: '' }, school.id));
    for (const pair of row.guardians.split(',')) told.add(pair.split(':')[0] ?? '');
    return quiet(make.studentRecord(row, school.id));
  })));
  // A guardian only of students who are left out is left out, too.
  const guardians = guardianIds.filter((id) => told.has(id));
  await paged(guardians, (ids) => add('users', readGuardians(db, ids).map((row) => quiet(make.guardianRecord(row, school.id)))));
  add('roles', staff.map(({ id, role }) => make.roleRecord(id, id, role === 'office' || role === 'other' ? 'aide' : 'teacher', school.id)));
  await paged(studentIds, (ids) => {
    const stays = readStays(db, ids, yearId);
    add('roles', stays.map((stay, i) => make.stayRecord(stay, stays[i - 1]?.studentId !== stay.studentId, school.id)));
  });
  add('roles', guardians.map((id) => make.roleRecord(id, id, 'parent', school.id)));

  const known = new Set(staff.map(({ id }) => id));
  add('enrollments', readTeaching(db, yearId).filter(({ staffId }) => known.has(staffId)).map((row) => make.teachingRecord(row, school.id)));
  add('enrollments', divisions.flatMap((row) => (row.id !== null && row.staffId !== null && known.has(row.staffId) ? [make.classTeacherRecord({ ...row, id: row.id, staffId: row.staffId }, school.id)] : [])));
  await paged(studentIds, (ids) => {
    add('enrollments', readMemberships(db, ids, yearId).map((row) => make.membershipRecord(row, school.id)));
    add('enrollments', readPlaces(db, ids, yearId).map((row) => make.placeRecord(row, school.id)));
  });
  if (asked.demographics) await paged(studentIds, (ids) => add('demographics', readStudents(db, ids, yearId, today).map(make.demographicsRecord)));
  if (asked.results) {
    const sectionIds = sections.map(({ id }) => id);
    const assessments = batches(sectionIds, step).flatMap((ids) => readAssessments(db, ids));
    add('categories', readCategories(db, [...new Set(assessments.flatMap(({ categoryId }) => categoryId ?? []))]).map(make.categoryRecord));
    if (assessments.some(({ categoryId }) => categoryId === null)) add('categories', [make.onlyCategory(school.id)]);
    add('lineItems', assessments.map((row) => make.assessmentRecord(row, school.id)));
    for (const ids of batches(assessments.map(({ id }) => id), 50)) {
      await asked.pace(Math.min(done, rounds), rounds);
      add('results', readScores(db, ids).filter(({ studentId }) => going.has(studentId)).map(make.scoreRecord));
    }
  }
  await asked.pace(rounds, rounds);
  return { content: writer.finish(), studentIds, leftOut: wanted.length - studentIds.length, records };
}

const batches = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

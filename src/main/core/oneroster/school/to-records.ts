import { joinList, makeRecord } from '../rules/model.ts';
import type { BundleRecord } from '../rules/format.ts';
import type { GuardianRow, StaffRow, StayRow, StudentRow } from './repo-people.ts';
import type { CourseRow, DivisionRow, SchoolRow, SectionRow, TermRow, YearRow } from './repo-structure.ts';
import type { AssessmentRow, CategoryRow, MembershipRow, PlaceRow, ScoreRow, TeachingRow } from './repo-teaching.ts';

/** Of an hour of a class division there is no course, but every class of a bundle has one. */
export const homeroomCourseId = (schoolId: string): string => `${schoolId}.homeroom`;
/** A division has no record of its own where it has neither a room nor a class teacher, so it is called by what it is. */
export const divisionId = ({ yearId, level, division }: Pick<DivisionRow, 'yearId' | 'level' | 'division'>): string => `${yearId}.${level}.${division}`;
/** The session that a term is: the term that spans the year is the year. */
const sessionOf = ({ termId, termType, yearId }: { termId: string; termType: string; yearId: string }): string => (termType === 'year' ? yearId : termId);

const text = (value: string | number | null): string => (value === null ? '' : String(value));

export const yearRecord = (year: YearRow): BundleRecord<'academicSessions'> => makeRecord('academicSessions', {
  sourcedId: year.id, title: year.label, type: 'schoolYear', startDate: year.startDate, endDate: year.endDate, schoolYear: year.endDate.slice(0, 4),
});

/** OneRoster knows no session for exams: it is a grading period. */
export const termRecord = (term: TermRow): BundleRecord<'academicSessions'> => makeRecord('academicSessions', {
  sourcedId: term.id, title: term.nameEl, type: term.type === 'exam' ? 'gradingPeriod' : term.type, startDate: term.startDate, endDate: term.endDate,
  parentSourcedId: term.parentId === null || term.parentType === 'year' ? term.yearId : term.parentId, schoolYear: term.yearEnd.slice(0, 4),
});

export const schoolRecord = (school: SchoolRow): BundleRecord<'orgs'> => makeRecord('orgs', { sourcedId: school.id, name: school.nameEl, type: 'school', identifier: text(school.code) });

export const courseRecord = (course: CourseRow, schoolId: string): BundleRecord<'courses'> => makeRecord('courses', {
  sourcedId: course.id, title: course.nameEl, courseCode: course.code, grades: text(course.level), orgSourcedId: schoolId, subjects: oneItem(course.subject),
  'metadata.titleEn': course.nameEn, 'metadata.credits': text(course.credits), 'metadata.ects': text(course.ects), 'metadata.weeklyHours': text(course.weeklyHours),
});

export const homeroomCourse = (schoolId: string): BundleRecord<'courses'> =>
  makeRecord('courses', { sourcedId: homeroomCourseId(schoolId), title: 'Τμήμα τάξης', courseCode: 'HOMEROOM', orgSourcedId: schoolId });

export const sectionRecord = (section: SectionRow, schoolId: string): BundleRecord<'classes'> => makeRecord('classes', {
  sourcedId: section.id, title: `${section.courseEl} ${section.code}`, grades: text(section.level), courseSourcedId: section.courseId, classCode: section.code, classType: 'scheduled',
  location: text(section.room), schoolSourcedId: schoolId, termSourcedIds: section.terms || section.yearId, subjects: oneItem(section.subject), periods: section.periods,
  'metadata.division': text(section.division), 'metadata.capacity': text(section.capacity),
});

export const divisionRecord = (division: DivisionRow, schoolId: string): BundleRecord<'classes'> => makeRecord('classes', {
  sourcedId: divisionId(division), title: division.division, grades: division.level, courseSourcedId: homeroomCourseId(schoolId), classCode: division.division, classType: 'homeroom',
  location: text(division.room), schoolSourcedId: schoolId, termSourcedIds: division.yearId, 'metadata.division': division.division, 'metadata.capacity': text(division.capacity),
});

/** A cell that is a list has no way to say that a comma is none. */
const oneItem = (value: string | null): string => joinList([text(value).replaceAll(',', ' ')].filter((item) => item !== ''));

const nameOf = (row: { familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null; email: string | null; phone: string | null; mobile: string | null }) => ({
  givenName: row.givenEl, familyName: row.familyEl, email: text(row.email), sms: text(row.mobile), phone: text(row.phone),
  'metadata.familyNameLatin': text(row.familyLatin), 'metadata.givenNameLatin': text(row.givenLatin),
});

/** A student. The father's name, which tells namesakes apart in Greek registers, and the mother's are no middle names: they stand in columns of their own. */
export function studentRecord(row: StudentRow, schoolId: string): BundleRecord<'users'> {
  const guardians = row.guardians === '' ? [] : row.guardians.split(',').map((pair) => pair.split(':'));
  return makeRecord('users', {
    ...nameOf(row), sourcedId: row.id, enabledUser: String(row.archivedAt === null), username: row.studentNo, identifier: row.studentNo, grades: text(row.level), preferredGivenName: text(row.preferred),
    primaryOrgSourcedId: schoolId, agentSourcedIds: joinList(guardians.map(([id = '']) => id)), 'metadata.agentRelations': joinList(guardians.map(([, relation = '']) => relation)),
    'metadata.fatherName': text(row.fatherEl), 'metadata.motherName': text(row.motherEl),
  });
}

export const staffRecord = (row: StaffRow, schoolId: string): BundleRecord<'users'> => makeRecord('users', {
  ...nameOf(row), sourcedId: row.id, enabledUser: String(row.archivedAt === null), username: row.code ?? row.id, identifier: text(row.code), primaryOrgSourcedId: schoolId,
});

export const guardianRecord = (row: GuardianRow, schoolId: string): BundleRecord<'users'> =>
  makeRecord('users', { ...nameOf(row), sourcedId: row.id, enabledUser: 'true', username: row.id, primaryOrgSourcedId: schoolId });

/** What somebody is at the school; of a student from when to when. */
export const roleRecord = (id: string, userId: string, role: string, schoolId: string, dates: { beginDate?: string; endDate?: string } = {}): BundleRecord<'roles'> =>
  makeRecord('roles', { sourcedId: id, userSourcedId: userId, roleType: 'primary', role, orgSourcedId: schoolId, ...dates });

export const stayRecord = (stay: StayRow, isFirst: boolean, schoolId: string): BundleRecord<'roles'> => ({
  ...roleRecord(stay.id, stay.studentId, 'student', schoolId, { beginDate: stay.entryDate, endDate: text(stay.lastAttendedDate) }), roleType: isFirst ? 'primary' : 'secondary',
});

export const demographicsRecord = (row: { id: string; birthDate: string | null; sex: string | null }): BundleRecord<'demographics'> =>
  makeRecord('demographics', { sourcedId: row.id, birthDate: text(row.birthDate), sex: text(row.sex) });

const attends = (id: string, classId: string, userId: string, schoolId: string, row: { startDate: string; endDate: string | null }) => ({
  sourcedId: id, classSourcedId: classId, schoolSourcedId: schoolId, userSourcedId: userId, beginDate: row.startDate, endDate: text(row.endDate),
});
export const placeRecord = (row: PlaceRow, schoolId: string): BundleRecord<'enrollments'> =>
  makeRecord('enrollments', { ...attends(row.id, row.sectionId, row.studentId, schoolId, row), role: 'student' });
export const membershipRecord = (row: MembershipRow, schoolId: string): BundleRecord<'enrollments'> =>
  makeRecord('enrollments', { ...attends(row.id, divisionId(row), row.studentId, schoolId, row), role: 'student' });
export const teachingRecord = (row: TeachingRow, schoolId: string): BundleRecord<'enrollments'> =>
  makeRecord('enrollments', { ...attends(row.id, row.sectionId, row.staffId, schoolId, row), role: 'teacher', primary: String(row.role === 'primary') });
export const classTeacherRecord = (row: DivisionRow & { id: string; staffId: string }, schoolId: string): BundleRecord<'enrollments'> =>
  makeRecord('enrollments', { sourcedId: `${row.id}.teacher`, classSourcedId: divisionId(row), schoolSourcedId: schoolId, userSourcedId: row.staffId, role: 'teacher', primary: 'true' });

/** Weights of a scheme are shares of 100; the format does not say of what a weight is a share. */
export const categoryRecord = (row: CategoryRow): BundleRecord<'categories'> => makeRecord('categories', { sourcedId: row.id, title: row.nameEl, weight: String(row.weight) });
/** For assessments of a way of grading that has no categories: each has to have one. */
export const onlyCategory = (schoolId: string): BundleRecord<'categories'> => makeRecord('categories', { sourcedId: `${schoolId}.category`, title: 'Βαθμοί' });

export const assessmentRecord = (row: AssessmentRow, schoolId: string): BundleRecord<'lineItems'> => makeRecord('lineItems', {
  sourcedId: row.id, title: row.title, description: text(row.description), assignDate: row.dueDate, dueDate: row.dueDate, classSourcedId: row.sectionId, categorySourcedId: row.categoryId ?? `${schoolId}.category`,
  gradingPeriodSourcedId: sessionOf(row), resultValueMin: '0', resultValueMax: String(row.maxScore), schoolSourcedId: schoolId, 'metadata.weight': String(row.weight),
});

const scoreStatuses: Record<string, string> = {
  scored: 'fully graded', late: 'fully graded', missing: 'not submitted', absent: 'not submitted', incomplete: 'partially graded', exempt: 'exempt', excused: 'exempt',
};
export const scoreRecord = (row: ScoreRow): BundleRecord<'results'> => makeRecord('results', {
  sourcedId: row.id, lineItemSourcedId: row.assessmentId, studentSourcedId: row.studentId, scoreStatus: scoreStatuses[row.state] ?? 'submitted', score: text(row.value), scoreDate: row.dueDate,
  comment: text(row.comment), classSourcedId: row.sectionId, late: row.state === 'late' ? 'true' : '', missing: row.state === 'missing' ? 'true' : '',
  incomplete: row.state === 'incomplete' ? 'true' : '', 'metadata.state': row.state,
});

import type { BundleFile } from '#contract/oneroster.ts';

/** What a column may hold. `ids` and `texts` are lists in one cell, parted by commas. */
export interface FieldRule {
  readonly type: 'text' | 'texts' | 'id' | 'ids' | 'flag' | 'date' | 'dateTime' | 'number' | 'year' | 'word';
  readonly required: boolean;
  /** The words of an enumeration. */
  readonly words?: readonly string[];
  /** The file in which a sourcedId has to be found. */
  readonly refers?: BundleFile;
}

const text = { type: 'text', required: false } as const, texts = { type: 'texts', required: false } as const;
const flag = { type: 'flag', required: false } as const, date = { type: 'date', required: false } as const;
const number = { type: 'number', required: false } as const, year = { type: 'year', required: false } as const;
const word = (...words: string[]) => ({ type: 'word', required: false, words }) as const;
const to = (refers: BundleFile) => ({ type: 'id', required: false, refers }) as const;
const toMany = (refers: BundleFile) => ({ type: 'ids', required: false, refers }) as const;
const must = <T extends FieldRule>(rule: T) => ({ ...rule, required: true as const });

/** Every file begins with these. A row of a delta says by `status` whether it is to be kept. */
const start = {
  sourcedId: must({ type: 'id', required: false }), status: word('active', 'tobedeleted'), dateLastModified: { type: 'dateTime', required: false },
} as const;

const sessionTypes = ['gradingPeriod', 'semester', 'schoolYear', 'term'];
const orgTypes = ['department', 'school', 'district', 'local', 'state', 'national'];
const enrolmentRoles = ['administrator', 'proctor', 'student', 'teacher'];
const scoreStates = ['exempt', 'fully graded', 'not submitted', 'partially graded', 'submitted'];

/**
 * The files of version 1.2 with their columns in the exact order. From domain.md section 7, which was taken from the specification;
 * the words of the enumerations, and categories, lineItems and results as a whole, are from memory of it, as that section says of the latter.
 */
export const format12 = {
  academicSessions: { ...start, title: must(text), type: must(word(...sessionTypes)), startDate: must(date), endDate: must(date), parentSourcedId: to('academicSessions'), schoolYear: must(year) },
  orgs: { ...start, name: must(text), type: must(word(...orgTypes)), identifier: text, parentSourcedId: to('orgs') },
  courses: {
    ...start, schoolYearSourcedId: to('academicSessions'), title: must(text), courseCode: text, grades: texts, orgSourcedId: must(to('orgs')), subjects: texts, subjectCodes: texts,
  },
  classes: {
    ...start, title: must(text), grades: texts, courseSourcedId: must(to('courses')), classCode: text, classType: must(word('homeroom', 'scheduled')), location: text,
    schoolSourcedId: must(to('orgs')), termSourcedIds: must(toMany('academicSessions')), subjects: texts, subjectCodes: texts, periods: texts,
  },
  users: {
    ...start, enabledUser: must(flag), username: must(text), userIds: texts, givenName: must(text), familyName: must(text), middleName: text, identifier: text, email: text,
    sms: text, phone: text, agentSourcedIds: toMany('users'), grades: texts, password: text, userMasterIdentifier: text, preferredGivenName: text, preferredMiddleName: text,
    preferredFamilyName: text, primaryOrgSourcedId: to('orgs'), pronouns: text,
  },
  roles: {
    ...start, userSourcedId: must(to('users')), roleType: must(word('primary', 'secondary')),
    role: must(word('aide', 'counselor', 'districtAdministrator', 'guardian', 'parent', 'principal', 'proctor', 'relative', 'siteAdministrator', 'student', 'systemAdministrator', 'teacher')),
    beginDate: date, endDate: date, orgSourcedId: must(to('orgs')), userProfileSourcedId: text,
  },
  enrollments: {
    ...start, classSourcedId: must(to('classes')), schoolSourcedId: must(to('orgs')), userSourcedId: must(to('users')), role: must(word(...enrolmentRoles)), primary: flag,
    beginDate: date, endDate: date,
  },
  demographics: {
    ...start, birthDate: date, sex: word('male', 'female', 'unspecified', 'other'), americanIndianOrAlaskaNative: flag, asian: flag, blackOrAfricanAmerican: flag,
    nativeHawaiianOrOtherPacificIslander: flag, white: flag, demographicRaceTwoOrMoreRaces: flag, hispanicOrLatinoEthnicity: flag, countryOfBirthCode: text,
    stateOfBirthAbbreviation: text, cityOfBirth: text, publicSchoolResidenceStatus: text,
  },
  categories: { ...start, title: must(text), weight: number },
  lineItems: {
    ...start, title: must(text), description: text, assignDate: must(date), dueDate: must(date), classSourcedId: must(to('classes')), categorySourcedId: must(to('categories')),
    gradingPeriodSourcedId: must(to('academicSessions')), resultValueMin: number, resultValueMax: number, schoolSourcedId: must(to('orgs')),
  },
  results: {
    ...start, lineItemSourcedId: must(to('lineItems')), studentSourcedId: must(to('users')), scoreStatus: must(word(...scoreStates)), score: number, scoreDate: must(date), comment: text,
    textScore: text, classSourcedId: to('classes'), inProgress: flag, incomplete: flag, late: flag, missing: flag,
  },
} as const satisfies Record<BundleFile, Record<string, FieldRule>>;

/**
 * What Rollbook says besides, for itself: the format allows columns `metadata.*` at the right, which other systems may pass over.
 * `agentRelations` is parallel to `agentSourcedIds`.
 */
export const extensions = {
  courses: { 'metadata.titleEn': text, 'metadata.credits': number, 'metadata.ects': number, 'metadata.weeklyHours': number },
  classes: { 'metadata.division': text, 'metadata.capacity': number },
  users: {
    'metadata.familyNameLatin': text, 'metadata.givenNameLatin': text, 'metadata.fatherName': text, 'metadata.motherName': text, 'metadata.agentRelations': texts,
  },
  lineItems: { 'metadata.weight': number },
  results: { 'metadata.state': word('scored', 'missing', 'exempt', 'excused', 'absent', 'incomplete', 'late') },
} as const satisfies Partial<Record<BundleFile, Record<string, FieldRule>>>;
type Extensions = typeof extensions;

/** The columns that Rollbook writes and reads of a file: those of version 1.2, then its own. */
export type BundleColumn<F extends BundleFile> = (keyof (typeof format12)[F] | (F extends keyof Extensions ? keyof Extensions[F] : never)) & string;
/** A row of a file by its columns, as text; what is empty is ''. */
export type BundleRecord<F extends BundleFile> = Record<BundleColumn<F>, string>;

/** Rollbook's own columns of a file. */
export const extensionsOf = (file: BundleFile): Readonly<Record<string, FieldRule>> => (extensions as Partial<Record<BundleFile, Record<string, FieldRule>>>)[file] ?? {};
/** The rules of all of them, in order. */
export const ownColumns = (file: BundleFile): Readonly<Record<string, FieldRule>> => ({ ...format12[file], ...extensionsOf(file) });

/**
 * The files of version 1.1 where they differ. The columns of users are those of the published templates of 1.1 that lie beside the project, which also agree with
 * `format12` in academicSessions, orgs, courses, classes, enrollments and demographics; the rest is from memory.
 */
export const format11 = {
  ...format12,
  categories: { ...start, title: must(text) },
  lineItems: {
    ...start, title: must(text), description: text, assignDate: must(date), dueDate: must(date), classSourcedId: must(to('classes')), categorySourcedId: must(to('categories')),
    gradingPeriodSourcedId: must(to('academicSessions')), resultValueMin: must(number), resultValueMax: must(number),
  },
  results: {
    ...start, lineItemSourcedId: must(to('lineItems')), studentSourcedId: must(to('users')), scoreStatus: must(word(...scoreStates)), score: must(number), scoreDate: must(date), comment: text,
  },
  roles: null,
  users: {
    ...start, enabledUser: must(flag), orgSourcedIds: must(toMany('orgs')), role: must(word('administrator', 'aide', 'guardian', 'parent', 'proctor', 'relative', 'student', 'teacher')),
    username: must(text), userIds: texts, givenName: must(text), familyName: must(text), middleName: text, identifier: text, email: text, sms: text, phone: text,
    agentSourcedIds: toMany('users'), grades: texts, password: text,
  },
} as const satisfies Record<BundleFile, Record<string, FieldRule> | null>;

export type BundleVersion = '1.1' | '1.2';

/** The columns of a file in a version, in order; null where the version has no such file. Users have one more in 1.2.0, which 1.2.1 took away: `header` shows it. */
export function columnsOf(version: BundleVersion, file: BundleFile, header: readonly string[]): Readonly<Record<string, FieldRule>> | null {
  const columns: Readonly<Record<string, FieldRule>> | null = (version === '1.1' ? format11 : format12)[file];
  if (!columns || version === '1.1' || file !== 'users' || !header.includes(droppedColumn)) return columns;
  return Object.fromEntries(Object.entries(columns).flatMap(([name, rule]) => (name === 'preferredGivenName' ? [[droppedColumn, texts], [name, rule]] : [[name, rule]])));
}

/** The column of users that only 1.2.0 has. Rollbook keeps no learning resources, so it is read by nobody. */
export const droppedColumn = 'resourceSourcedIds';

/** Names of the manifest that announce files, by version; those that Rollbook does not keep are announced as absent. */
export const announcedFiles: Record<BundleVersion, readonly string[]> = {
  '1.1': [
    'academicSessions', 'categories', 'classes', 'classResources', 'courses', 'courseResources', 'demographics', 'enrollments', 'lineItems', 'orgs', 'resources', 'results', 'users',
  ],
  '1.2': [
    'academicSessions', 'categories', 'classes', 'classResources', 'courses', 'courseResources', 'demographics', 'enrollments', 'lineItemLearningObjectiveIds', 'lineItems',
    'lineItemScoreScales', 'orgs', 'resources', 'resultLearningObjectiveIds', 'results', 'resultScoreScales', 'roles', 'scoreScales', 'userProfiles', 'userResources', 'users',
  ],
};

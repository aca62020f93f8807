import { fieldClasses, type Permission } from './permissions.ts';

/** What a column of a file can hold: how its cells are read, and how a template lets them be typed. */
export type FieldKind = 'text' | 'date' | 'number' | 'count' | 'email' | 'phone' | 'choice' | 'flag';
/** `max`: characters of a text. `choices`: the contract's words; files say them in many ways. */
export interface TargetField { kind: FieldKind; max?: number; required?: true; choices?: readonly string[] }
/** `template` is false where there is nothing to fill in: the files themselves are what is imported. */
interface Target { needs: readonly Permission[]; template?: false; fields: Record<string, TargetField> }

const text = (max: number) => ({ kind: 'text', max }) as const;
const must = <F extends TargetField>(field: F) => ({ ...field, required: true }) as const;
const date = { kind: 'date' } as const, flag = { kind: 'flag' } as const, count = { kind: 'count' } as const, number = { kind: 'number' } as const;
const email = { kind: 'email', max: 200 } as const, phone = { kind: 'phone', max: 40 } as const;
const sex = { kind: 'choice', choices: ['female', 'male', 'other'] } as const;
const relation = { kind: 'choice', choices: ['mother', 'father', 'guardian', 'grandparent', 'sibling', 'other'] } as const;

/** By what a row that is not about a student alone says which student it means: the number, or the name with as much else as it takes. */
const whose = { studentNo: text(30), fullName: text(160), familyEl: text(80), givenEl: text(80), fatherEl: text(80), birthDate: date } as const;

/**
 * What a file can be taken in as. One engine reads all of them: the names of the fields, what their cells hold, and what of the school they
 * change. Labels in both languages: `importFields.<name>`.
 */
export const importTargets = {
  students: {
    // A list of students brings stays and guardians along.
    needs: ['students:create', 'students:edit', 'enrolments:create', 'enrolments:edit', 'guardians:create', 'guardians:edit'],
    fields: {
      ...whose, familyLatin: text(80), givenLatin: text(80), motherEl: text(80), preferred: text(80), sex,
      nationalId: text(30), email, phone, mobile: phone, address: text(300), level: text(20), division: text(20), entryDate: date,
      guardianFamily: text(160), guardianGiven: text(80), guardianRelation: relation, guardianPhone: phone, guardianEmail: email,
    },
  },
  guardians: {
    needs: ['guardians:create', 'guardians:edit'],
    fields: {
      ...whose, guardianFamily: must(text(160)), guardianGiven: must(text(80)), guardianRelation: relation, guardianPhone: phone, guardianMobile: phone, guardianEmail: email,
      priority: count, custody: flag, mayPickUp: flag, receivesReports: flag,
    },
  },
  staff: {
    needs: ['structure:create', 'structure:edit'],
    fields: { staffCode: text(30), fullName: text(160), familyEl: text(80), givenEl: text(80), familyLatin: text(80), givenLatin: text(80), department: text(120), since: date },
  },
  courses: {
    needs: ['structure:create', 'structure:edit'],
    fields: { courseCode: must(text(30)), courseEl: must(text(120)), courseEn: text(120), department: text(120), level: text(20), credits: number, ects: number, weeklyHours: count },
  },
  sections: {
    needs: ['sections:create', 'sections:edit'],
    fields: { sectionCode: must(text(40)), course: must(text(120)), level: text(20), division: text(20), room: text(30), capacity: count, teacher: text(160) },
  },
  places: {
    needs: ['enrolments:create', 'enrolments:edit'],
    fields: { ...whose, sectionCode: must(text(40)), startDate: date, endDate: date },
  },
  scores: {
    needs: ['grades:edit', 'assessments:create'],
    fields: { ...whose, sectionCode: text(40), course: text(120), term: text(80), assessment: must(text(120)), maxScore: number, dueDate: date, score: must(text(40)), comment: text(500) },
  },
  attendance: {
    needs: ['attendance:correct'],
    fields: { ...whose, date: must(date), code: must(text(20)), sectionCode: text(40), period: count, minutes: count, note: text(300) },
  },
  documents: {
    needs: ['attachments:create'], template: false,
    fields: { ...whose, documentTitle: text(200), documentClass: { kind: 'choice', choices: fieldClasses }, documentNote: text(500), file: must(text(1000)) },
  },
  /** A bundle of OneRoster: its columns are given by the format, so that nothing is matched by hand. */
  oneRoster: {
    template: false,
    needs: [
      'students:create', 'students:edit', 'enrolments:create', 'enrolments:edit', 'guardians:create', 'guardians:edit', 'structure:create', 'structure:edit', 'sections:create', 'sections:edit',
      'assessments:create', 'assessments:edit', 'grades:edit',
    ],
    fields: {},
  },
} as const satisfies Record<string, Target>;

export type ImportTarget = keyof typeof importTargets;
/** A target that has a workbook to fill in. */
export type TemplateTarget = { [T in ImportTarget]: (typeof importTargets)[T] extends { template: false } ? never : T }[ImportTarget];
/** The fields of one target. */
export type FieldOf<T extends ImportTarget> = keyof (typeof importTargets)[T]['fields'] & string;
export type StudentField = FieldOf<'students'>;
/** A field of any target. */
export type ImportField = { [T in ImportTarget]: FieldOf<T> }[ImportTarget];

export const targetNames = Object.keys(importTargets) as [ImportTarget, ...ImportTarget[]];
export const templateTargets = targetNames.filter((name) => !('template' in importTargets[name])) as [TemplateTarget, ...TemplateTarget[]];

/** The fields of a target, in the order in which they are offered. */
export const fieldsOf = (target: ImportTarget): Partial<Record<ImportField, TargetField>> => importTargets[target].fields;
/** Every field that some target has. */
export const importFields = [...new Set(targetNames.flatMap((target) => Object.keys(importTargets[target].fields)))] as [ImportField, ...ImportField[]];

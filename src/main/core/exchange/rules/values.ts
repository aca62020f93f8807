import type { ImportProblem } from '#contract/exchange.ts';
import type { ImportField, StudentField } from '#contract/import-targets.ts';

/** One row's values by field, read and tidied; empty where the file says nothing. */
export type Values = Record<StudentField, string>;

const emptyValues: Values = {
  studentNo: '', fullName: '', familyEl: '', givenEl: '', familyLatin: '', givenLatin: '', fatherEl: '', motherEl: '', preferred: '', birthDate: '',
  sex: '', nationalId: '', email: '', phone: '', mobile: '', address: '', level: '', division: '', entryDate: '',
  guardianFamily: '', guardianGiven: '', guardianRelation: '', guardianPhone: '', guardianEmail: '',
};

/** Values of a row that says nothing. */
export const noValues = (): Values => ({ ...emptyValues });

/** Reasons that keep a row out of the school's records, and remarks on rows that go in. Each is a translation key. */
export type ProblemKey =
  | 'cellError' | 'tooLong' | 'dateForm' | 'dateRange' | 'sexForm' | 'emailForm' | 'phoneForm' | 'missingName'
  | 'duplicateLine' | 'ambiguous' | 'possibleMatch' | 'looksLike' | 'numberOfOther' | 'numberTaken' | 'sameNationalId' | 'otherNationalId' | 'noOpenYear' | 'entryAfterYear'
  | 'missingValue' | 'missingStudent' | 'studentUnknown' | 'otherName' | 'numberForm' | 'countForm' | 'flagForm'
  | 'ambiguousStaff' | 'notInCourse' | 'outsideYear' | 'endBeforeStart' | 'sameRecord' | 'departmentUnknown' | 'courseUnknown' | 'sectionUnknown' | 'sectionAmbiguous' | 'termUnknown' | 'codeUnknown' | 'teacherUnknown' | 'scoreForm' | 'scoreAboveMax' | 'assessmentMade' | 'notInSection'
  | 'numberGenerated' | 'levelMissing' | 'levelFromDivision' | 'guardianNameMissing' | 'guardianFamilyAssumed' | 'archived' | 'notStudent'
  | 'bundleRequired' | 'bundleValue' | 'bundleTwice' | 'bundleReference' | 'bundleNoRole' | 'bundleSchool' | 'bundleOtherSchool' | 'bundleGuardianOfNobody' | 'bundleKept' | 'bundleDatesKept'
  | 'bundleHomeroomCourse' | 'bundleArchives' | 'bundleWithPerson' | 'bundleLeaves' | 'bundleOtherYear' | 'bundleRole'
  | 'fileUnknown' | 'fileLocked' | 'fileTooLarge' | 'fileNothing' | 'fileType' | 'fileBroken' | 'classForm' | 'classForbidden';

/** Makes one problem of a row; its message is `import.<key>` in the user's language. */
export function problem(key: ProblemKey, field: ImportField | null = null, params?: Record<string, string | number>): ImportProblem {
  return { field, messageKey: `import.${key}`, ...(params ? { params } : {}) };
}

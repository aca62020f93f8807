import type { Input } from '#contract/index.ts';
import type { TableName } from '#contract/export-tables.ts';
import { sectionOf } from './plant-structure.ts';
import { familyOf, firstTerm, yearOf } from './sample-records.ts';
import type { Aim } from './samples.ts';

/** The level and class division of the aim's student. */
const classOf = (aim: Aim) => aim.school.environment.reader.get<{ level: string; division: string | null }>('SELECT level, division FROM enrolment WHERE id = ?', [familyOf(aim).enrolmentId]) ?? { level: '', division: null };
type List = Input<'exports.table'>['list'];

/** Every list that can be exported, of the aim's own section where it is of one; a list without a sample does not compile. */
export const exportLists: { [T in TableName]: (aim: Aim) => Extract<List, { table: T }> } = {
  students: () => ({ table: 'students', filter: { status: 'all' } }),
  accounts: () => ({ table: 'accounts', state: 'all' }),
  transcript: (aim) => ({ table: 'transcript', studentId: familyOf(aim).studentId }),
  guardians: () => ({ table: 'guardians', filter: { status: 'all' } }),
  staff: () => ({ table: 'staff' }),
  documents: () => ({ table: 'documents' }),
  courses: () => ({ table: 'courses' }),
  sections: () => ({ table: 'sections' }),
  homerooms: (aim) => ({ table: 'homerooms', yearId: yearOf(aim) }),
  roster: (aim) => ({ table: 'roster', id: sectionOf(aim) }),
  gradebook: (aim) => ({ table: 'gradebook', sectionId: sectionOf(aim), termId: firstTerm(aim) }),
  attendance: (aim) => ({ table: 'attendance', from: '2026-10-05', to: '2026-10-09', target: { kind: 'section', sectionId: sectionOf(aim) } }),
  classResults: (aim) => ({ table: 'classResults', yearId: yearOf(aim), ...classOf(aim) }),
  results: (aim) => ({ table: 'results', yearId: yearOf(aim) }),
  missingGrades: (aim) => ({ table: 'missingGrades', yearId: yearOf(aim) }),
  incidents: () => ({ table: 'incidents', status: 'all' }),
  interventions: () => ({ table: 'interventions', state: 'all' }),
  highlights: () => ({ table: 'highlights' }),
};

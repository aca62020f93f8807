import type { Handlers, Named } from '../kernel/handlers.ts';
import { guardianHandlers } from './handlers-guardians.ts';
import { noteHandlers } from './handlers-notes.ts';
import { studentHandlers } from './handlers-students.ts';

export const peopleHandlers: Handlers<Named<'students'> | Named<'guardians'> | Named<'notes'>> = { ...studentHandlers, ...noteHandlers, ...guardianHandlers };
export { needStudent } from './need-student.ts';
export { changeContact, readContacts, readDatedContacts } from './repo-contacts.ts';
export { readGuardians } from './repo-family.ts';
export { readChildren } from './repo-guardians.ts';
export { readNoContact, type NoContact } from './repo-no-contact.ts';
export { addDays } from './rules-dates.ts';
export { isStudentInScope, readStudentIds, readStudentPage } from './repo-list.ts';
export { greekToLatin } from '#contract/transliterate.ts';

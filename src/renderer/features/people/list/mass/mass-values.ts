import { massFields } from '#contract/enrolment.ts';
import type { MassKind } from './mass-menu.tsx';

/** What is typed and chosen in the dialog, for every kind of change at once. */
export interface MassDraft {
  yearId: string; level: string; division: string; date: string; code: string; school: string; withSections: boolean; sectionId: string;
  /** A field of the enrolment, or the id of one of the school's own. */
  field: string; value: string;
}

/** An empty dialog of today. */
export function firstDraft(): MassDraft {
  return { yearId: '', level: '', division: '', date: new Date().toLocaleDateString('sv-SE'), code: '', school: '', withSections: true, sectionId: '', field: '', value: '' };
}

const isOwn = (field: string) => massFields.some((each) => each === field);

/** The draft as the program's action; not yet checked. */
export function toAction(kind: MassKind, draft: MassDraft): unknown {
  const { yearId, level, division, date, code, school, withSections, sectionId, field, value } = draft;
  switch (kind) {
    case 'enrol': return { kind, yearId, level, division, entryDate: date, entryCode: code, withSections };
    case 'move': return { kind, date, division };
    case 'assign': return { kind, sectionId, startDate: date };
    case 'withdraw': return { kind, lastAttendedDate: date, exitCode: code, nextSchool: school };
    case 'set': return isOwn(field) ? { kind, field, value } : { kind: 'setCustom', fieldId: field, value };
  }
}

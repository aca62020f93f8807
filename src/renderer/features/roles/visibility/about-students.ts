import type { Resource } from '#contract/permissions.ts';

/** The kinds of record that are about a student: what of a role is worth saying when it is asked what somebody sees of one. */
export const aboutStudents: ReadonlySet<Resource> = new Set<Resource>([
  'students', 'guardians', 'enrolments', 'notes', 'health', 'consents', 'attachments', 'assessments', 'grades', 'transcripts', 'attendance', 'conduct', 'interventions', 'documents', 'history', 'disclosures',
]);

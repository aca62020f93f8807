import { QueryClient } from '@tanstack/react-query';
import { RollbookError } from '#contract/errors.ts';
import type { ProcedureName } from '#contract/index.ts';

type Area = ProcedureName extends infer Name ? (Name extends `${infer Head}.${string}` ? Head : never) : never;

/** Which answers go stale when rows of a table change. A table that is not named here makes everything stale. */
const areasOfEntity: Record<string, readonly Area[]> = {
  person: ['users', 'students', 'guardians', 'search', 'recent', 'places', 'asOf', 'attendance', 'documents', 'results', 'staff', 'sections', 'timetable', 'homerooms', 'departments', 'households', 'consents', 'duplicates', 'gradebook', 'grades'],
  student: ['students', 'search', 'recent', 'home', 'insight', 'attendance', 'documents', 'guardians', 'households', 'duplicates'],
  enrolment: ['students', 'search', 'recent', 'home', 'insight', 'enrolments', 'enrolmentCodes', 'places', 'asOf', 'attendance', 'results', 'rollover', 'homerooms', 'years', 'gradebook', 'grades'],
  homeroom_membership: ['students', 'enrolments', 'places', 'asOf', 'attendance', 'results', 'homerooms'],
  section_enrolment: ['students', 'enrolments', 'places', 'asOf', 'sections', 'timetable', 'gradebook', 'grades', 'results'],
  enrolment_code: ['enrolmentCodes'],
  guardian_link: ['guardians', 'asOf', 'attendance', 'students', 'search', 'recent', 'households', 'consents', 'duplicates'],
  contact_point: ['students', 'guardians', 'search', 'asOf', 'attendance', 'contacts', 'households', 'duplicates'],
  household: ['households'],
  household_member: ['households'],
  health_alert: ['health'],
  consent: ['consents'],
  attachment: ['attachments'],
  custom_field: ['customFields'],
  custom_value: ['customFields'],
  not_duplicate: ['duplicates'],
  note: ['notes'],
  assessment: ['gradebook', 'assessments', 'schemes', 'grades'],
  score: ['gradebook', 'assessments', 'grades'],
  grading_scheme: ['gradebook', 'schemes', 'grades'],
  grading_category: ['gradebook', 'schemes', 'grades'],
  attendance_mark: ['attendance', 'insight', 'home', 'students', 'grades'],
  attendance_submission: ['attendance', 'insight', 'home'],
  attendance_code: ['attendance', 'insight'],
  attendance_limit: ['attendance'],
  contact_log: ['attendance'],
  import_job: ['imports', 'home'],
  import_profile: ['importProfiles', 'imports'],
  stored_file: ['files'],
  setting: ['accessPolicy', 'settings', 'backups', 'home', 'auth', 'attendance', 'results', 'conduct', 'incidents', 'rollover', 'mailServer', 'schedules'],
  document_template: ['documents'],
  issued_document: ['documents'],
  posted_grade: ['results', 'transcripts', 'students', 'insight', 'scales', 'gradebook', 'grades', 'rollover'],
  scale: ['scales', 'results', 'insight', 'gradebook', 'grades'],
  scale_band: ['scales', 'results', 'insight', 'students', 'gradebook', 'grades'],
  transcript_line: ['transcripts'],
  performance_category: ['performance', 'conduct', 'highlights'],
  incident: ['incidents', 'conduct', 'home', 'interventions'],
  follow_up: ['incidents', 'interventions', 'conduct', 'rollover'],
  org: ['settings', 'auth', 'departments', 'courses', 'staff'],
  user: ['auth', 'preferences', 'users', 'staff'],
  audit_entry: ['audit', 'users', 'home'],
  calendar_day: ['calendar', 'home'],
  homeroom: ['homerooms', 'sections'],
  course: ['courses', 'departments', 'sections', 'timetable', 'gradebook'],
  staff: ['users', 'staff', 'departments', 'sections', 'timetable', 'homerooms'],
  staff_assignment: ['staff', 'departments'],
  section: ['sections', 'timetable', 'years', 'courses', 'staff', 'students', 'gradebook'],
  section_term: ['sections', 'timetable'],
  section_staff: ['sections', 'timetable', 'staff', 'gradebook'],
  meeting: ['sections', 'timetable', 'staff'],
  bell_period: ['bells'],
  schedule: ['schedules', 'home'],
  schedule_run: ['schedules', 'home'],
};

/** Answers that every change set touches. */
const always: readonly Area[] = ['history', 'audit'];

/** The window's memory of answers; a failure of the program itself is not tried again, a busy one is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && error instanceof RollbookError && error.failure.code === 'busy',
      retryDelay: 400,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** These decide what one may see and do, and who one is: with them everything may be another, and what is out of sight must not come back from memory. */
const decideAccess: ReadonlySet<string> = new Set(['role', 'role_grant', 'visibility_rule']);

/** Asks again for what a change of these tables made stale. */
export function refreshAfterChange(entities: readonly string[]): void {
  if (entities.some((entity) => decideAccess.has(entity))) queryClient.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== 'auth.me' && queryKey[0] !== 'setup.status' });
  const known = entities.every((entity) => Object.hasOwn(areasOfEntity, entity));
  if (!known) {
    void queryClient.invalidateQueries();
    return;
  }
  const areas = new Set<string>([...always, ...entities.flatMap((entity) => areasOfEntity[entity] ?? [])]);
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => areas.has(String(queryKey[0]).split('.')[0] ?? '') });
}

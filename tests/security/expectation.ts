import type { Procedure } from '#contract/define.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { ProcedureName } from '#contract/index.ts';
import type { GrantScope } from '#contract/permissions.ts';
import type { Permission } from '#contract/permissions.ts';
import { roles, type RoleName } from '#contract/roles-built-in.ts';

export type Outcome = 'ok' | ErrorCode;
export interface Situation {
  /** Null: nobody is signed in. */
  caller: { role: RoleName; scope: GrantScope } | null;
  locked: boolean; confirmed: boolean; isInside: boolean;
  /** The call makes a new record: a save without an id. */
  isNew?: boolean;
}

/** What a well-formed call that is let in comes to where that is not success: a school is open, and the secrets in the samples are wrong. */
const whenLetIn: Partial<Record<ProcedureName, Outcome>> = {
  'setup.create': 'refused', 'setup.unlock': 'refused', 'setup.restore': 'refused', 'setup.demonstration': 'forbidden', 'backups.restore': 'wrongKey',
  // Its job finds no grades of the year to write.
  'transcripts.write': 'refused',
  // The accounts of the matrix have no second step.
  'twoFactor.renewCodes': 'refused',
  // No mail server answers there.
  'mailServer.test': 'refused',
};
/** Calls on one record, which out of scope must look as if it were not there. The rest are lists and counts, which leave it out. */
const onOneRecord: ReadonlySet<ProcedureName> = new Set<ProcedureName>([
  'students.get', 'students.update', 'students.archive', 'students.unarchive', 'enrolments.save', 'enrolments.remove', 'guardians.list', 'guardians.save',
  'results.student', 'results.why', 'transcripts.list', 'transcripts.save', 'transcripts.remove',
  'guardians.remove', 'notes.list', 'notes.save', 'notes.remove', 'recent.add', 'history.list', 'history.get',
  'sections.get', 'sections.roster', 'timetable.week',
  'enrolments.dependents', 'enrolments.choices', 'enrolments.enter', 'enrolments.leaving', 'enrolments.leave', 'enrolments.moving', 'enrolments.move', 'enrolments.divisions', 'places.inSection', 'places.targets', 'places.ofStudent', 'places.add', 'places.end', 'places.move', 'mass.preview', 'asOf.student', 'asOf.guardians',
  'guardians.search', 'guardians.link', 'guardians.reorder', 'contacts.history', 'households.get', 'households.save', 'health.list', 'health.save', 'health.remove', 'consents.list', 'consents.save', 'consents.remove', 'attachments.list', 'attachments.upload', 'attachments.update', 'attachments.remove', 'attachments.download', 'customFields.values', 'customFields.saveValues',
  'gradebook.get', 'gradebook.why', 'gradebook.saveScores', 'assessments.save', 'assessments.publish', 'assessments.dependents', 'assessments.remove', 'schemes.get', 'schemes.saveForSection', 'schemes.removeForSection', 'grades.preview', 'grades.post', 'grades.postLate', 'grades.correct', 'grades.history',
  'attendance.sheet', 'attendance.take', 'attendance.correct', 'attendance.excusePreview', 'attendance.excuse', 'attendance.student', 'attendance.summary', 'attendance.logCall',
  'documents.void', 'documents.download', 'documents.reissue', 'mass.run',
  'disclosures.get', 'disclosures.save', 'disclosures.dependents', 'disclosures.remove', 'privacy.setOptOut', 'privacy.archive', 'privacy.erasePreview', 'privacy.erase', 'legalHolds.list', 'legalHolds.save', 'legalHolds.remove', 'erasures.list',
  'performance.grid', 'performance.save', 'highlights.add', 'highlights.update', 'highlights.remove', 'conduct.timeline', 'incidents.get', 'incidents.save', 'incidents.dependents', 'incidents.remove', 'incidents.saveFollowUp', 'incidents.removeFollowUp', 'interventions.get', 'interventions.save', 'interventions.dependents', 'interventions.remove', 'interventions.saveFollowUp', 'interventions.removeFollowUp',
]);
/** Calls on one thing of the caller's own. */
const onOwnThing: ReadonlySet<ProcedureName> = new Set<ProcedureName>(['files.download', 'jobs.get', 'jobs.cancel', 'auth.endSession']);

/** What a call must come to, worked out from the contract's and the roles' data alone. */
export function expectOutcome(name: ProcedureName, procedure: Procedure, { caller, locked, confirmed, isInside, isNew = false }: Situation): Outcome {
  const letIn = whenLetIn[name] ?? 'ok';
  const { permission, scope } = procedure;
  if (permission === 'public') return letIn;
  if (!caller) return 'notSignedIn';
  const isCommand = procedure.kind === 'command';
  if (locked && !procedure.during?.includes('locked')) return 'locked';
  const held: readonly Permission[] = roles[caller.role].permissions;
  const isNarrow = caller.scope !== 'school';
  const asked = isNew && procedure.kind === 'command' && procedure.creates ? procedure.creates : permission;
  if (asked !== 'signedIn') {
    if (!held.includes(asked)) return 'forbidden';
    if (scope === 'school' && isNarrow) return 'forbidden';
  }
  if (isCommand && procedure.sensitive && !confirmed) return 'confirmPassword';
  if (scope === 'rows' && isNarrow && !isInside && onOneRecord.has(name)) return 'notFound';
  // Undoing one's own command needs the permission of that command, still; another's is not found, which is an answer.
  if (name === 'history.undoOwn' && isInside && !held.includes('students:edit')) return 'forbidden';
  if (scope === 'own' && !isInside && onOwnThing.has(name)) return name.startsWith('jobs.') && held.includes('jobs:all') ? 'ok' : 'notFound';
  return letIn;
}

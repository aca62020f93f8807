import type { IssuedKind } from '#contract/documents.ts';
import { localDate } from '../kernel/dates.ts';
import type { Environment } from '../kernel/environment.ts';
import { record } from '../kernel/record.ts';
import { findOpenYear, readYears } from '../settings/index.ts';
import { issuedDocument } from '../store/schema/index.ts';
import { register, typeset, type Assignment } from './issue.ts';
import { selectStudents } from './repo-people.ts';
import { findUser } from './repo-register.ts';

/** Issues a few documents in a demonstration school as its registrar, the way every school does: report cards of a class, certificates, transcripts; one void, one replaced. */
export async function issueDemonstration(env: Environment, now: number): Promise<void> {
  const open = findOpenYear(env.reader);
  const last = readYears(env.reader).find(({ status }) => status === 'closed');
  if (!open || !last) return;
  const today = localDate(now);
  const choose = (yearId: string, division: string) => selectStudents(env.reader, { all: true }, { yearId, level: null, division, studentIds: null, today });
  const head = { at: now, actorId: findUser(env.reader, 'registrar') ?? null, device: '', procedure: 'documents.issue' };
  const issue = async (assignment: Assignment): Promise<string[]> => {
    const made = await typeset({ db: env.reader, now, place: env.place, progress: () => undefined, checkCancelled: () => undefined }, assignment);
    return record(env, head, (db) => register({ db }, assignment, made).ids).value;
  };
  const one = (kind: IssuedKind, yearId: string, studentId: string | undefined, language: 'el' | 'en' = 'el') =>
    issue({ kind, language, yearId, termId: null, studentIds: studentId === undefined ? [] : [studentId] });
  await issue({ kind: 'reportCard', language: 'el', yearId: last.id, termId: null, studentIds: choose(last.id, 'Α3') });
  const third = choose(open.id, 'Γ1');
  await one('transcript', open.id, third[0], 'en');
  const [wrong] = await one('enrolmentCertificate', open.id, third[1]);
  const [old] = await one('enrolmentCertificate', open.id, third[2]);
  const [fresh] = await one('enrolmentCertificate', open.id, third[2]);
  await one('attendanceLetter', open.id, choose(open.id, 'Β2')[0]);
  record(env, { ...head, procedure: 'documents.void' }, (db) => {
    if (wrong) db.update(issuedDocument, wrong, { status: 'void', reason: 'Εκδόθηκε για άλλον μαθητή' });
    if (old && fresh) db.update(issuedDocument, old, { status: 'replaced', reason: 'Διόρθωση πατρωνύμου', replacedById: fresh });
  });
}

import { uuidv7 } from 'uuidv7';
import { type GrantScope } from '#contract/permissions.ts';
import { roles, type RoleName } from '#contract/roles-built-in.ts';
import { hashPasswordNow } from '../../src/main/core/access/index.ts';
import { setConfirmed, setLocked, startSession } from '../../src/main/core/access/repo-sessions.ts';
import type { CoreOptions } from '../../src/main/core/index.ts';
import { record } from '../../src/main/core/kernel/record.ts';
import { foldText } from '../../src/main/core/search/index.ts';
import { grant, homeroom, homeroomMembership, person, staff, user } from '../../src/main/core/store/schema/index.ts';
import type { Writer } from '../../src/main/core/store/writer.ts';
import { callerOf, openTestCore, password, type Caller, type TestCore } from '../fixtures/core.ts';
import { plantFamily, plantTeaching, type Family, type Teaching } from './plant.ts';

/** A user of the planted school, who can open as many sessions as a test needs. */
export interface Member {
  /** As tables of results name them: `registrar/school`. */
  title: string; userId: string; role: RoleName; scope: GrantScope;
  open: (state?: { locked?: boolean; confirmed?: boolean }) => Caller;
}

export interface PlantedSchool extends TestCore {
  teaching: Teaching;
  /** In the teacher's section, a course of the department head's department. */
  inside: Family;
  /** In nobody's section, another department's course. */
  outside: Family;
  member: (role: RoleName, scope?: GrantScope) => Member;
  /** Writes in a change set of a user's own. */
  plantAs: <T>(userId: string | null, procedure: string, write: (db: Writer) => T) => { value: T; changeSetId: number };
}

/** A school with one family inside the scope of teacher and department head and one outside; `mark` makes each text of the latter. */
export async function openPlantedSchool(mark: (field: string) => string, more: Partial<CoreOptions> = {}): Promise<PlantedSchool> {
  const school = await openTestCore(more);
  const passwordHash = hashPasswordNow(password);
  const plantAs: PlantedSchool['plantAs'] = (userId, procedure, write) => {
    const done = record(school.environment, { at: Date.now(), actorId: userId, device: 'test', procedure }, write);
    return { value: done.value, changeSetId: done.changeSetId ?? 0 };
  };
  const teaching = plantAs(null, 'setup.create', (db) => plantTeaching(db, mark)).value;
  const inside = plantAs(null, 'students.create', (db) => plantFamily(db, teaching, teaching.ownSection, '7001', (field) => `Εντός ${field}`)).value;
  const outside = plantAs(null, 'students.create', (db) => plantFamily(db, teaching, teaching.otherSection, mark('No'), mark)).value;

  function member(role: RoleName, scope: GrantScope = roles[role].defaultScope): Member {
    const username = `${role}-${uuidv7().slice(-6)}`;
    const userId = plantAs(null, 'setup.create', (db) => {
      const id = db.insert(user, { username, usernameKey: foldText(username), displayName: username, passwordHash, language: 'el', theme: 'light', idleMinutes: 0 });
      db.insert(grant, { userId: id, role, scope, orgId: scope === 'department' ? teaching.ownDepartment : null });
      if (scope === 'sections') teaching.teach(db, id);
      if (scope === 'homeroom') leadDivision(db, teaching, inside, id);
      if (scope === 'self') db.update(user, id, { personId: inside.personId });
      return id;
    }).value;
    return {
      title: `${role}/${scope}`, userId, role, scope,
      open({ locked = false, confirmed = false } = {}) {
        const now = Date.now();
        const token = plantAs(null, 'auth.signIn', (db) => {
          const session = startSession(db, userId, 'test', now, 12);
          const { id } = db.get<{ id: string }>('SELECT id FROM session WHERE userId = ? ORDER BY rowid DESC LIMIT 1', [userId]) ?? { id: '' };
          if (locked) setLocked(db, id, now);
          // Signing in counts as giving the password; a session that is not confirmed is one from an hour ago.
          setConfirmed(db, id, confirmed ? now : now - 60 * 60_000);
          return session.token;
        }).value;
        return callerOf(school.core, token);
      },
    };
  }
  return { ...school, teaching, inside, outside, member, plantAs };
}

/** Makes a user the class teacher of a family's division, which is nobody else's. */
function leadDivision(db: Writer, teaching: Teaching, family: Family, userId: string): void {
  const place = { yearId: teaching.yearId, level: 'Β', division: `Τ-${userId.slice(-6)}` };
  const staffId = db.insert(staff, { personId: db.insert(person, { familyEl: 'Υπεύθυνος', givenEl: 'Τμήματος', sortKey: 'υπευθυνοσ' }), userId });
  db.insert(homeroom, { ...place, staffId });
  db.insert(homeroomMembership, { ...place, studentId: family.studentId, enrolmentId: family.enrolmentId, startDate: '2026-09-11' });
}

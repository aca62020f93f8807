import type { Reader } from '../store/reader.ts';
import { compileGrants, type ExplainedGrant, type StoredGrant, type StoredRule } from './rules-grants.ts';

const columns = `g.id, g.role, g.scope, g.orgId, g.startDate, g.endDate, r.permissions, r.fieldClasses FROM role_grant g LEFT JOIN role r ON r.id = g.role AND r.deletedAt IS NULL`;
const inForce = '(g.startDate IS NULL OR g.startDate <= @today) AND (g.endDate IS NULL OR g.endDate >= @today)';

/** Visibility rules that widen some of these grants. */
function readRulesFor(db: Reader, grants: readonly StoredGrant[]): StoredRule[] {
  const roles = [...new Set(grants.filter(({ scope }) => scope === 'department').map(({ role }) => role))];
  if (roles.length === 0) return [];
  return db.all<Omit<StoredRule, 'drafts'> & { drafts: number }>(
    `SELECT v.id, v.role, v.viewerOrgId, v.targetOrgId, v.span, v.drafts FROM visibility_rule v WHERE v.role IN (${roles.map(() => '?').join()}) AND v.deletedAt IS NULL`, roles).map((rule) => ({ ...rule, drafts: rule.drafts === 1 }));
}

/* Asked with every call: a text made once is found among the prepared statements without being read again. */
const inForceSql = `SELECT ${columns} WHERE g.userId = @userId AND g.deletedAt IS NULL AND ${inForce}`;

/** What a user's grants in force on `today` give, with the rules that widen them. */
export function readGrants(db: Reader, userId: string, today: string): ExplainedGrant[] {
  const grants = db.all<StoredGrant>(inForceSql, { userId, today });
  return compileGrants(grants, readRulesFor(db, grants));
}

/** All grants of a user, those that are over and those to come as well, with a rule that is being tried, in the place of the one that it replaces. */
export function readAllGrants(db: Reader, userId: string, draft: StoredRule | null, replaces: string | null = null): ExplainedGrant[] {
  const grants = db.all<StoredGrant>(`SELECT ${columns} WHERE g.userId = ? AND g.deletedAt IS NULL ORDER BY g.id`, [userId]);
  return compileGrants(grants, [...readRulesFor(db, grants).filter(({ id }) => draft === null || id !== replaces), ...(draft ? [draft] : [])]);
}

/** A grant of a role that nobody may have been given, as a preview needs it. */
export function readRoleGrant(db: Reader, given: Pick<StoredGrant, 'role' | 'scope' | 'orgId'>): ExplainedGrant[] {
  const lists = db.get<{ permissions: string; fieldClasses: string }>('SELECT permissions, fieldClasses FROM role WHERE id = ? AND deletedAt IS NULL', [given.role]);
  const grant: StoredGrant = { ...given, id: '', startDate: null, endDate: null, permissions: lists?.permissions ?? null, fieldClasses: lists?.fieldClasses ?? null };
  return compileGrants([grant], readRulesFor(db, [grant]));
}

/** True when an enabled account is administrator of the school from today on without end: somebody can still give roles. */
export function hasAdministrator(db: Reader, today: string): boolean {
  return db.get(`SELECT 1 FROM role_grant g JOIN user u ON u.id = g.userId WHERE ${isAdministrator} LIMIT 1`, { today }) !== undefined;
}

/** The accounts that are administrator of the school without end. */
export function readAdministrators(db: Reader, today: string): string[] {
  return db.all<{ userId: string }>(`SELECT DISTINCT g.userId FROM role_grant g JOIN user u ON u.id = g.userId WHERE ${isAdministrator}`, { today }).map(({ userId }) => userId);
}

const isAdministrator = `g.role = 'administrator' AND g.scope = 'school' AND g.deletedAt IS NULL AND g.endDate IS NULL AND (g.startDate IS NULL OR g.startDate <= @today)
  AND u.disabledAt IS NULL AND u.deletedAt IS NULL`;

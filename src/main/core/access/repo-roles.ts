import type { RoleView } from '#contract/roles.ts';
import { isBuiltIn, roleNames, roles, type RoleName } from '#contract/roles-built-in.ts';
import { roleWords } from '#contract/role-words.ts';
import type { GrantScope } from '#contract/permissions.ts';
import type { Reader } from '../store/reader.ts';
import { givesOf, type Gives } from './rules-grants.ts';

interface Stored { id: string; rev: number; nameEl: string; nameEn: string; purpose: string | null; permissions: string; fieldClasses: string; defaultScope: GrantScope }
type Role = Omit<RoleView, 'holders' | 'rules'>;

const builtInRole = (key: RoleName): Role => ({
  key, builtIn: true, nameEl: roleWords[key].el, nameEn: roleWords[key].en, purpose: null, rev: null,
  permissions: [...roles[key].permissions], fieldClasses: [...roles[key].fieldClasses], defaultScope: roles[key].defaultScope,
});

function ownRole(row: Stored): Role {
  const { permissions, fieldClasses } = givesOf(row.id, row);
  return { ...row, key: row.id, builtIn: false, permissions: [...permissions], fieldClasses: [...fieldClasses] };
}

const columns = 'id, rev, nameEl, nameEn, purpose, permissions, fieldClasses, defaultScope';

/** A role by its key; undefined when there is none. */
export function readRole(db: Reader, key: string): Role | undefined {
  if (isBuiltIn(key)) return builtInRole(key);
  const row = db.get<Stored>(`SELECT ${columns} FROM role WHERE id = ? AND deletedAt IS NULL`, [key]);
  return row && ownRole(row);
}

/** Every role with how many accounts have it today and how many visibility rules speak of it: the built-in ones, then the school's own by name. */
export function readRoles(db: Reader, today: string): RoleView[] {
  const holders = new Map(db.all<{ role: string; n: number }>(
    `SELECT g.role, count(DISTINCT g.userId) AS n FROM role_grant g JOIN user u ON u.id = g.userId AND u.disabledAt IS NULL AND u.deletedAt IS NULL
     WHERE g.deletedAt IS NULL AND (g.startDate IS NULL OR g.startDate <= @today) AND (g.endDate IS NULL OR g.endDate >= @today) GROUP BY g.role`, { today }).map(({ role, n }) => [role, n]));
  const rules = new Map(db.all<{ role: string; n: number }>('SELECT role, count(*) AS n FROM visibility_rule WHERE deletedAt IS NULL GROUP BY role').map(({ role, n }) => [role, n]));
  const own = db.all<Stored>(`SELECT ${columns} FROM role WHERE deletedAt IS NULL ORDER BY nameEl, id`).map(ownRole);
  return [...roleNames.map(builtInRole), ...own].map((role) => ({ ...role, holders: holders.get(role.key) ?? 0, rules: rules.get(role.key) ?? 0 }));
}

/** What some roles are called, each once. A role that is gone is left out. */
export function readRoleNames(db: Reader, keys: readonly string[]): { key: string; nameEl: string; nameEn: string }[] {
  return [...new Set(keys)].flatMap((key) => {
    const role = readRole(db, key);
    return role ? [{ key, nameEl: role.nameEl, nameEn: role.nameEn }] : [];
  });
}

/** What a role gives. */
export function readGives(db: Reader, key: string): Gives {
  const role = readRole(db, key);
  return { permissions: new Set(role?.permissions), fieldClasses: role?.fieldClasses ?? [] };
}

/** True when somebody has a role, now or at another time, or a rule speaks of it. */
export function isRoleInUse(db: Reader, key: string): boolean {
  return db.get(`SELECT 1 FROM role_grant WHERE role = @key AND deletedAt IS NULL UNION ALL SELECT 1 FROM visibility_rule WHERE role = @key AND deletedAt IS NULL LIMIT 1`, { key }) !== undefined;
}

/** True for a department of the school. */
export function hasDepartment(db: Reader, id: string): boolean {
  return db.get(`SELECT 1 FROM org WHERE id = ? AND type = 'department' AND deletedAt IS NULL`, [id]) !== undefined;
}

/** The departments of the school, by name. */
export function readDepartments(db: Reader): { id: string; nameEl: string; nameEn: string }[] {
  return db.all(`SELECT id, nameEl, nameEn FROM org WHERE type = 'department' AND deletedAt IS NULL ORDER BY nameEl, id`);
}

import { fieldClasses, permissions, type FieldClass, type GrantScope, type Permission } from '#contract/permissions.ts';
import { isBuiltIn, roles } from '#contract/roles-built-in.ts';
import type { Grant } from './access.ts';

/** A grant as it is stored, with its role's own lists where that is not built in (JSON arrays; null: there is no such role). */
export interface StoredGrant {
  id: string; role: string; scope: GrantScope; orgId: string | null; startDate: string | null; endDate: string | null;
  permissions: string | null; fieldClasses: string | null;
}
/** A visibility rule as it is stored. */
export interface StoredRule { id: string; role: string; viewerOrgId: string | null; targetOrgId: string; span: Grant['span']; drafts: boolean }
/** A grant with where it comes from: the stored grant, and the rule where one widened it. */
export interface ExplainedGrant extends Grant { grantId: string; ruleId: string | null; startDate: string | null; endDate: string | null }

export interface Gives { permissions: ReadonlySet<Permission>; fieldClasses: readonly FieldClass[] }
const nothing: Gives = { permissions: new Set(), fieldClasses: [] };
const builtIn = new Map<string, Gives>(Object.entries(roles).map(([name, role]) => [name, { permissions: new Set(role.permissions), fieldClasses: role.fieldClasses }]));
const known = new Set<string>(permissions), knownClasses = new Set<string>(fieldClasses);
/** Lists of own roles by their text: read anew with each call, they are parsed once. */
const parsed = new Map<string, Gives>();
const mostParsed = 500;

const stringsIn = (json: string): string[] => (JSON.parse(json) as unknown[]).filter((item) => typeof item === 'string');

/** What a role gives. A role that is not known gives nothing, and so does a permission that this version of the program does not know. */
export function givesOf(role: string, lists: { permissions: string | null; fieldClasses: string | null }): Gives {
  if (isBuiltIn(role)) return builtIn.get(role) ?? nothing;
  if (lists.permissions === null || lists.fieldClasses === null) return nothing;
  const key = `${lists.permissions}${lists.fieldClasses}`;
  let gives = parsed.get(key);
  if (!gives) {
    gives = {
      permissions: new Set(stringsIn(lists.permissions).filter((item): item is Permission => known.has(item))),
      fieldClasses: stringsIn(lists.fieldClasses).filter((item): item is FieldClass => knownClasses.has(item)),
    };
    if (parsed.size >= mostParsed) parsed.clear();
    parsed.set(key, gives);
  }
  return gives;
}

/** What a rule leaves of a role: to look, never to change; grades before they are posted only if the rule says so. */
export function seenThrough(gives: ReadonlySet<Permission>, drafts: boolean): ReadonlySet<Permission> {
  const seen = new Set([...gives].filter((permission) => permission.endsWith(':view')));
  if (drafts && seen.has('grades:view')) seen.add('grades:draft');
  return seen;
}

/** Grants with what they give, followed by what visibility rules add to those within a department. */
export function compileGrants(grants: readonly StoredGrant[], rules: readonly StoredRule[]): ExplainedGrant[] {
  return grants.flatMap((grant) => {
    const gives = givesOf(grant.role, grant);
    const { id: grantId, role, startDate, endDate } = grant;
    const own: ExplainedGrant = { grantId, ruleId: null, role, startDate, endDate, scope: grant.scope, orgId: grant.orgId, span: 'now', ...gives };
    const widened = rules
      .filter((rule) => grant.scope === 'department' && rule.role === role && (rule.viewerOrgId === null || rule.viewerOrgId === grant.orgId))
      .map((rule): ExplainedGrant => ({
        ...own, ruleId: rule.id, scope: 'department', orgId: rule.targetOrgId, span: rule.span, permissions: seenThrough(gives.permissions, rule.drafts),
      }));
    return [own, ...widened];
  });
}

/** What is left of grants for somebody who looks at the program through them: nothing that they do not hold over the school themselves. */
export function narrowTo(grants: readonly Grant[], own: Gives): Grant[] {
  return grants.map((grant) => ({
    ...grant,
    permissions: new Set([...grant.permissions].filter((permission) => own.permissions.has(permission))),
    fieldClasses: grant.fieldClasses.filter((fieldClass) => own.fieldClasses.includes(fieldClass)),
  }));
}

/** What grants over the whole school give together: what their holder may give to others. */
export function givesForSchool(grants: readonly Grant[]): Gives {
  const wide = grants.filter(({ scope }) => scope === 'school');
  return { permissions: new Set(wide.flatMap((grant) => [...grant.permissions])), fieldClasses: [...new Set(wide.flatMap((grant) => grant.fieldClasses))] };
}

/** What of `gives` somebody with `own` does not have over the school themselves: nobody gives what they do not have. */
export function missingFrom(gives: Gives, own: Gives): (Permission | FieldClass)[] {
  return [...[...gives.permissions].filter((permission) => !own.permissions.has(permission)), ...gives.fieldClasses.filter((fieldClass) => !own.fieldClasses.includes(fieldClass))];
}

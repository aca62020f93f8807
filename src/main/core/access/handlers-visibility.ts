import type { RuleDraft, VisibilityReason } from '#contract/visibility.ts';
import { permissions } from '#contract/permissions.ts';
import { RollbookError } from '#contract/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { visibilityRule } from '../store/schema/index.ts';
import { scopeOf } from './access.ts';
import { giveNoMore } from './give-no-more.ts';
import { readAllGrants } from './repo-grants.ts';
import { hasDepartment, readDepartments, readGives, readRole } from './repo-roles.ts';
import { readUser } from './repo-users.ts';
import { countInScope, readRules, readWays } from './repo-visibility.ts';
import { seenThrough, type ExplainedGrant } from './rules-grants.ts';

const seeing = 'students:view';
const asRule = (draft: RuleDraft | null) => draft && { ...draft, id: 'draft' };

function needUser(ctx: QueryContext, id: string): { isDisabled: boolean } {
  const row = readUser(ctx.db, id);
  if (!row) throw new RollbookError('notFound');
  return { isDisabled: row.disabledAt !== null };
}

function checkRule(ctx: CommandContext, rule: RuleDraft): void {
  if (!readRole(ctx.db, rule.role) || !hasDepartment(ctx.db, rule.targetOrgId)) throw new RollbookError('notFound');
  if (rule.viewerOrgId !== null && !hasDepartment(ctx.db, rule.viewerOrgId)) throw new RollbookError('notFound');
  const gives = readGives(ctx.db, rule.role);
  giveNoMore(ctx, { permissions: seenThrough(gives.permissions, rule.drafts), fieldClasses: gives.fieldClasses });
}

const inForce = ({ startDate, endDate }: ExplainedGrant, today: string) => (startDate === null || startDate <= today) && (endDate === null || endDate >= today);

/** One grant, or what a rule makes of it, with whether and by what it reaches the student. */
function explain(ctx: QueryContext, grant: ExplainedGrant, userId: string, studentId: string): VisibilityReason {
  const role = readRole(ctx.db, grant.role);
  const department = grant.orgId === null ? null : readDepartments(ctx.db).find(({ id }) => id === grant.orgId) ?? null;
  const isLive = inForce(grant, localDate(ctx.now)), may = grant.permissions.has(seeing);
  const ways = isLive && may ? readWays(ctx.db, grant, scopeOf([grant], seeing, userId), userId, studentId) : [];
  const reaches = ways.length > 0;
  return {
    role: { key: grant.role, nameEl: role?.nameEl ?? '', nameEn: role?.nameEn ?? '' }, scope: grant.scope, department,
    startDate: grant.startDate, endDate: grant.endDate, rule: grant.ruleId, reaches, ways,
    obstacle: !isLive ? 'notInForce' : !may ? 'noPermission' : reaches ? null : 'notInScope',
    drafts: grant.permissions.has('grades:draft'), permissions: permissions.filter((each) => grant.permissions.has(each)), fieldClasses: [...grant.fieldClasses],
  };
}

function countReach(ctx: QueryContext, userId: string, draft: RuleDraft | null, replaces: string | null = null): number {
  const today = localDate(ctx.now);
  const grants = readAllGrants(ctx.db, userId, asRule(draft), replaces).filter((grant) => inForce(grant, today) && grant.permissions.has(seeing));
  return countInScope(ctx.db, scopeOf(grants, seeing, userId));
}

/** Who sees the students of which department, and why. */
export const visibilityHandlers: Handlers<Named<'visibility'>> = {
  'visibility.list': (ctx) => ({ rules: readRules(ctx.db, localDate(ctx.now)), departments: readDepartments(ctx.db) }),
  'visibility.save'(ctx, input) {
    checkRule(ctx, input.rule);
    if (input.id === null) return { id: ctx.db.insert(visibilityRule, input.rule), rev: 1 };
    return { id: input.id, rev: ctx.db.update(visibilityRule, input.id, input.rule, input.rev) };
  },
  'visibility.remove'(ctx, input) {
    ctx.db.remove(visibilityRule, input.id, input.rev);
    return {};
  },
  'visibility.why'(ctx, input) {
    const { isDisabled } = needUser(ctx, input.userId);
    const reasons = readAllGrants(ctx.db, input.userId, asRule(input.draft), input.replaces).map((grant) => explain(ctx, grant, input.userId, input.studentId));
    return { sees: !isDisabled && reasons.some(({ reaches }) => reaches), disabled: isDisabled, reasons };
  },
  'visibility.reach'(ctx, input) {
    needUser(ctx, input.userId);
    return { now: countReach(ctx, input.userId, null), withRule: input.draft && countReach(ctx, input.userId, input.draft, input.replaces) };
  },
};

import { RollbookError } from '#contract/errors.ts';
import type { Blocker } from '#contract/history.ts';
import { findProcedure, procedureNames } from '#contract/index.ts';
import type { FieldClass } from '#contract/permissions.ts';
import { permissionsOf, type Access } from '../access/access.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { startOfDay } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { isStudentInScope } from '../people/index.ts';
import { findObstacles, type Obstacle } from './obstacles.ts';
import { readChangeSet } from './read-change-set.ts';
import { labelOf, readHistory, readImageAfter, readOwnUndoable, readStudentRows, readSummary } from './repo-history.ts';
import { undoChangeSet } from './undo.ts';

/** A refusal names the first obstacles; nobody reads hundreds. */
const namedObstacles = 50;
const undoable = procedureNames.filter((name) => { const p = findProcedure(name); return p?.kind === 'command' && p.undoable; });

/** Obstacles as a person can read them. */
export function describeObstacles(db: QueryContext['db'], obstacles: readonly Obstacle[]): Blocker[] {
  return obstacles.slice(0, namedObstacles).map(({ entity, rowId, fields, changeSetId }) => {
    const image = readImageAfter(db, { id: Number.MAX_SAFE_INTEGER, entity, rowId, action: 'U', before: null });
    return { entity, rowId, label: labelOf(db, entity, rowId, image), fields, changeSetId };
  });
}

/** The rows that a caller may read the history of: one student's, or all of them for a grant over the school. */
function rowsFor(ctx: QueryContext, studentId: string | null): string[] | null {
  const scope = ctx.rows('history:view');
  if (studentId === null) {
    if (!scope.all) throw new RollbookError('forbidden');
    return null;
  }
  if (!isStudentInScope(ctx.db, studentId, scope)) throw new RollbookError('notFound');
  return readStudentRows(ctx.db, studentId, ctx.classes(studentId));
}

/** What undoing makes no sense for (set-up, passwords, preferences, a note of a refusal) is refused; an undo can itself be undone. */
function mustBeUndoable(ctx: CommandContext, id: number): void {
  const summary = readSummary(ctx.db, id);
  if (!summary) throw new RollbookError('notFound');
  const isUndo = summary.undoes !== null;
  const touchesNothing = summary.rows > 0 && summary.entities.length === 0;
  if (touchesNothing || (!isUndo && !undoable.some((name) => name === summary.procedure))) throw new RollbookError('refused', { messageKey: 'notUndoable' });
}

function undo(ctx: CommandContext, id: number): { undone: boolean; changeSetId: number | null; blockers: Blocker[] } {
  mustBeUndoable(ctx, id);
  ctx.describe({ undoes: id });
  const obstacles = undoChangeSet(ctx.db, ctx.stamp, id);
  if (obstacles.length > 0) return { undone: false, changeSetId: null, blockers: describeObstacles(ctx.db, obstacles) };
  return { undone: true, changeSetId: ctx.stamp.changeSetId, blockers: [] };
}

/** Undoing one's own command asks for the permission of that command, still; of a save, for that of making or of changing. */
function mayUndoOwn(access: Access | null, name: string): boolean {
  const procedure = findProcedure(name);
  if (access === null || !procedure) return false;
  const asked = procedure.kind === 'command' ? [procedure.permission, procedure.creates] : [];
  return asked.includes('signedIn') || permissionsOf(access).some((held) => asked.includes(held));
}

/** Reading the journal and taking things back. */
export const historyHandlers: Handlers<Named<'history'>> = {
  'history.list': (ctx, input) => readHistory(ctx.db, {
    actorId: input.actorId, procedure: input.procedure, from: input.from === null ? null : startOfDay(input.from), to: input.to === null ? null : startOfDay(input.to, 1), rowIds: rowsFor(ctx, input.studentId),
  }, input),
  'history.get'(ctx, input) {
    const classes = new Set<FieldClass>(ctx.classes(input.studentId ?? undefined));
    const found = readChangeSet(ctx.db, input.id, { rowIds: rowsFor(ctx, input.studentId), classes }, input);
    if (!found) throw new RollbookError('notFound');
    const obstacles = found.summary.undoneBy === null ? findObstacles(ctx.db, input.id) : [];
    return { ...found, blockers: describeObstacles(ctx.db, obstacles) };
  },
  'history.undo': (ctx, input) => undo(ctx, input.id),
  'history.undoOwn'(ctx, input) {
    const nothing = { undone: false, procedure: null, changeSetId: null, blockers: [] };
    const own = readOwnUndoable(ctx.db, ctx.userId(), undoable, input.id === null ? 1 : 1000);
    const target = input.id === null ? own[0] : own.find(({ id }) => id === input.id);
    if (!target) return nothing;
    if (!mayUndoOwn(ctx.access, target.procedure)) throw new RollbookError('forbidden');
    return { ...undo(ctx, target.id), procedure: target.procedure };
  },
};

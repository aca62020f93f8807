import { RollbookError } from '#contract/errors.ts';
import type { Blocker } from '#contract/history.ts';
import { findProcedure, procedureNames } from '#contract/index.ts';
import type { FieldClass } from '#contract/permissions.ts';
import { fieldClassesOf, permissionsOf, type Access } from '../access/access.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { isStudentInScope } from '../people/index.ts';
import { findObstacles, type Obstacle } from './obstacles.ts';
import { classOfRow, labelOf, readChanges, readHistory, readImageAfter, readOwnUndoable, readStudentRows, readSummary } from './repo-history.ts';
import { cellsOf } from './rules-cells.ts';
import { undoChangeSet } from './undo.ts';

const actions = { I: 'create', U: 'change', D: 'remove' } as const;
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
  return readStudentRows(ctx.db, studentId, ctx.access ? fieldClassesOf(ctx.access) : []);
}

/** What undoing makes no sense for (set-up, passwords, preferences) is refused; an undo can itself be undone. */
function mustBeUndoable(ctx: CommandContext, id: number): void {
  const summary = readSummary(ctx.db, id);
  if (!summary) throw new RollbookError('notFound');
  const isUndo = summary.undoes !== null;
  if (!isUndo && !undoable.some((name) => name === summary.procedure)) throw new RollbookError('refused', { messageKey: 'notUndoable' });
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

const startOf = (date: string | null, days = 0) => (date === null ? null : new Date(`${date}T00:00:00`).getTime() + days * 86_400_000);

/** Reading the journal and taking things back. */
export const historyHandlers: Handlers<Named<'history'>> = {
  'history.list': (ctx, input) => readHistory(ctx.db, {
    actorId: input.actorId, procedure: input.procedure, from: startOf(input.from), to: startOf(input.to, 1), rowIds: rowsFor(ctx, input.studentId),
  }, input),
  'history.get'(ctx, input) {
    const summary = readSummary(ctx.db, input.id);
    if (!summary) throw new RollbookError('notFound');
    const classes = new Set<FieldClass>(ctx.access ? fieldClassesOf(ctx.access) : []);
    const { total, rows } = readChanges(ctx.db, input.id, { rowIds: rowsFor(ctx, input.studentId), seesSafeguarding: classes.has('safeguarding') }, input);
    const changes = rows.flatMap((row) => {
      const after = readImageAfter(ctx.db, row);
      const before = JSON.parse(row.before ?? '{}') as Record<string, unknown>;
      if (!classes.has(classOfRow(ctx.db, row.entity, row.rowId, { ...before, ...after }))) return [];
      return [{
        entity: row.entity, rowId: row.rowId, action: actions[row.action], label: labelOf(ctx.db, row.entity, row.rowId, after ?? before),
        cells: cellsOf(row.entity, row.action, before, after ?? {}, classes),
      }];
    });
    const obstacles = summary.undoneBy === null ? findObstacles(ctx.db, input.id) : [];
    return { summary, total, changes, blockers: describeObstacles(ctx.db, obstacles) };
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

import { RollbookError } from '#contract/errors.ts';
import { removeWithDependents, countDependents } from '../journal/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { disclosure, disclosureStudent } from '../store/schema/index.ts';
import { exportDisclosures } from './export-disclosures.ts';
import { readDisclosedStudents, readDisclosure, readDisclosures, readLinks } from './repo-disclosures.ts';

/** Of a class list nobody reads all names in the log. */
const namedInList = 5;
const namedInForm = 5000;

/** A disclosure that is about some student of the caller's. */
function needDisclosure(ctx: QueryContext | CommandContext, id: string) {
  const stored = readDisclosure(ctx.db, id);
  const about = readDisclosedStudents(ctx.db, [id], ctx.rows(), namedInForm).get(id);
  if (!stored || !about || (!ctx.rows().all && about.visible === 0)) throw new RollbookError('notFound');
  return { stored, about, isWhole: about.visible === about.total };
}

/** One that the caller may change: nobody else's student stands on it. */
function needWhole(ctx: QueryContext | CommandContext, id: string) {
  const found = needDisclosure(ctx, id);
  if (!found.isWhole) throw new RollbookError('refused', { messageKey: 'disclosureHasOthers' });
  return found;
}

/** What was told to others: the log, by hand and by the lists that leave the school. */
export const disclosureHandlers: Handlers<Named<'disclosures'>> = {
  'disclosures.list'(ctx, input) {
    if (input.filter.studentId !== null) needStudent(ctx, input.filter.studentId);
    const { total, rows } = readDisclosures(ctx.db, input.filter, ctx.rows(), input);
    const about = readDisclosedStudents(ctx.db, rows.map(({ id }) => id), ctx.rows(), namedInList);
    return {
      total,
      rows: rows.map(({ fileId, ...row }) => {
        const { students, visible, total: all } = about.get(row.id) ?? { students: [], visible: 0, total: 0 };
        return { ...row, byList: fileId !== null, students, studentsTotal: visible, isWhole: visible === all };
      }),
    };
  },
  'disclosures.get'(ctx, input) {
    const { stored: { fileId, ...row }, about, isWhole } = needDisclosure(ctx, input.id);
    return { disclosure: { ...row, byList: fileId !== null, students: about.students, isWhole } };
  },
  'disclosures.save'(ctx, input) {
    for (const studentId of input.studentIds) needStudent(ctx, studentId);
    const wanted = new Set(input.studentIds);
    if (input.id === null) {
      const id = ctx.db.insert(disclosure, input.disclosure);
      for (const studentId of wanted) ctx.db.insert(disclosureStudent, { disclosureId: id, studentId });
      return { id, rev: 1 };
    }
    needWhole(ctx, input.id);
    const rev = ctx.db.update(disclosure, input.id, input.disclosure, input.rev);
    for (const link of readLinks(ctx.db, input.id)) if (!wanted.delete(link.studentId)) ctx.db.remove(disclosureStudent, link.id);
    for (const studentId of wanted) ctx.db.insert(disclosureStudent, { disclosureId: input.id, studentId });
    return { id: input.id, rev };
  },
  'disclosures.dependents'(ctx, input) {
    needDisclosure(ctx, input.id);
    return { dependents: countDependents(ctx.db, disclosure, input.id) };
  },
  'disclosures.remove'(ctx, input) {
    needWhole(ctx, input.id);
    removeWithDependents(ctx.db, disclosure, input.id, input.rev);
    return {};
  },
  'disclosures.export': exportDisclosures,
};

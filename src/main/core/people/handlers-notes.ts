import { RollbookError } from '#contract/errors.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { note } from '../store/schema/index.ts';
import { needStudent } from './need-student.ts';
import { ownerOf, readNotes } from './repo-family.ts';

/** Notes on a student: the student's scope decides. */
export const noteHandlers: Handlers<Named<'notes'>> = {
  'notes.list'(ctx, input) {
    needStudent(ctx, input.studentId);
    return { notes: readNotes(ctx.db, input.studentId).map((row) => ({ ...row, author: row.author ?? '' })) };
  },
  'notes.save'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    if (input.id === null) return { id: ctx.db.insert(note, { studentId, text: input.text }), rev: 1 };
    if (ownerOf(ctx.db, 'note', input.id) !== studentId) throw new RollbookError('notFound');
    return { id: input.id, rev: ctx.db.update(note, input.id, { text: input.text }, input.rev) };
  },
  'notes.remove'(ctx, input) {
    needStudent(ctx, ownerOf(ctx.db, 'note', input.id));
    ctx.db.remove(note, input.id, input.rev);
    return {};
  },
};

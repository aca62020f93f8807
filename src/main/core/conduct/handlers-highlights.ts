import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { highlight } from '../store/schema/index.ts';
import { readHighlights } from './repo-highlights.ts';
import { ownerOf } from './repo-names.ts';

/** Something good that is worth remembering. */
export const highlightHandlers: Handlers<Named<'highlights'>> = {
  'highlights.list': (ctx, input) => readHighlights(ctx.db, input, ctx.rows(), input),
  'highlights.add': (ctx, input) => ({
    ids: [...new Set(input.studentIds)].map((studentId) => ctx.db.insert(highlight, { studentId: needStudent(ctx, studentId), ...input.highlight })),
  }),
  'highlights.update'(ctx, input) {
    needStudent(ctx, ownerOf(ctx.db, 'highlight', input.id));
    return { id: input.id, rev: ctx.db.update(highlight, input.id, input.highlight, input.rev) };
  },
  'highlights.remove'(ctx, input) {
    needStudent(ctx, ownerOf(ctx.db, 'highlight', input.id));
    ctx.db.remove(highlight, input.id, input.rev);
    return {};
  },
};

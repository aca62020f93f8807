import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { assessmentDetails, category, explanation, gradebook, gradeRow, gradeToPost, postingPreview, result, schemeDetails, scoreStates, sectionCard } from './grading-parts.ts';
import { dependents, id, nothing, optionalText, page, paging, rev, text } from './fields.ts';

const saved = z.object({ id, rev });
/** Why, where the year is closed: without it the pipeline refuses. */
const reason = optionalText(300);
const place = { sectionId: id, termId: id };

/** One cell as it is to be: `state` null empties it. `rev` is the one that the writer saw, 0 for an empty cell. */
const cell = z.object({
  assessmentId: id, studentId: id, rev: z.number().int().min(0),
  state: z.enum(scoreStates).nullable(), value: z.number().min(0).max(100_000).nullable().default(null),
  /** Left out: the comment stays as it is. */
  comment: optionalText(1000).optional(),
});

export const gradingProcedures = {
  /** The sections whose gradebook the caller may open, of one year (null: the open one); those that they teach first. */
  'gradebook.sections': query({
    permission: 'grades:draft', scope: 'rows', doors: everyDoor,
    input: z.object({ yearId: id.nullable().default(null), text: z.string().trim().max(60).default(''), ...paging }),
    output: page(sectionCard).extend({
      yearId: id.nullable(), years: z.array(z.object({ id, label: z.string(), status: z.string() })),
    }),
  }),
  /** Everything that the grid of a section and term shows. `termId` null: the term of today, else the last that began. */
  'gradebook.get': query({
    permission: 'grades:draft', scope: 'rows', doors: everyDoor,
    input: z.object({ sectionId: id, termId: id.nullable().default(null) }), output: gradebook,
  }),
  /** How a student's "so far" comes about, to the last item. */
  'gradebook.why': query({
    permission: 'grades:draft', scope: 'rows', doors: everyDoor, input: z.object({ ...place, studentId: id }), output: explanation,
  }),
  /**
   * Writes cells as one change set, all or none. Somebody else's change since is a `conflict` whose fields (`cells.3`) name the cells.
   * Answers with the new revs, in the order of the input, and what "so far" has become.
   */
  'gradebook.saveScores': command({
    permission: 'grades:edit', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ ...place, cells: z.array(cell).min(1).max(4000), reason }),
    output: z.object({ revs: z.array(z.number().int()), results: z.array(result) }),
  }),

  'assessments.save': command({
    permission: 'assessments:edit', creates: 'assessments:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ sectionId: id, id: id.nullable().default(null), rev: rev.nullable().default(null), assessment: assessmentDetails, reason }),
    output: saved,
  }),
  'assessments.publish': command({
    permission: 'assessments:edit', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ id, rev, published: z.boolean(), reason }), output: saved,
  }),
  'assessments.dependents': query({
    permission: 'assessments:delete', scope: 'rows', doors: everyDoor, input: z.object({ id }), output: z.object({ dependents }),
  }),
  'assessments.remove': command({
    permission: 'assessments:delete', scope: 'rows', doors: everyDoor, undoable: true, input: z.object({ id, rev, reason }), output: nothing,
  }),

  /** The schemes that bear on a section, nearest first: its own, its course's, the school's. The first one holds. */
  'schemes.get': query({
    permission: 'grades:draft', scope: 'rows', doors: everyDoor, input: z.object({ sectionId: id }),
    output: z.object({
      courseId: id, courseEl: z.string(), courseEn: z.string(),
      schemes: z.array(schemeDetails.extend({
        id, rev, version: z.number().int(), level: z.enum(['section', 'course', 'school']), isPosted: z.boolean(),
        categories: z.array(category.extend({ id, assessments: z.number().int() })),
      })),
    }),
  }),
  /** Gives a section a scheme of its own, or changes it. After something was posted by it, the change is a new version. */
  'schemes.saveForSection': command({
    permission: 'assessments:edit', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ sectionId: id, rev: rev.nullable().default(null), scheme: schemeDetails, reason }), output: saved.extend({ version: z.number().int() }),
  }),
  /** The section goes back to the scheme of its course or the school. */
  'schemes.removeForSection': command({
    permission: 'assessments:edit', scope: 'rows', doors: everyDoor, undoable: true, input: z.object({ sectionId: id, rev, reason }), output: nothing,
  }),
  /** The scheme of a course (`courseId` null: of the school). */
  'schemes.save': command({
    permission: 'grading:configure', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ courseId: id.nullable(), rev: rev.nullable().default(null), scheme: schemeDetails }), output: saved.extend({ version: z.number().int() }),
  }),

  /** What posting a section's term would write: computed, penalty, and who has no data. */
  'grades.preview': query({
    permission: 'grades:draft', scope: 'rows', doors: everyDoor, input: z.object(place), output: postingPreview,
  }),
  /** Posts a section's term within its window. `computed` is what the poster saw: where it has changed since, nothing is posted. */
  'grades.post': command({
    permission: 'grades:post', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ ...place, grades: z.array(gradeToPost).min(1).max(500) }), output: z.object({ posted: z.number().int() }),
  }),
  /** The same outside the window, by the office, saying why. A locked term refuses this too. */
  'grades.postLate': command({
    permission: 'grades:correct', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ ...place, grades: z.array(gradeToPost).min(1).max(500), reason: text(300) }), output: z.object({ posted: z.number().int() }),
  }),
  /** A posted grade never changes: this writes a new one in its place, with the reason. */
  'grades.correct': command({
    permission: 'grades:correct', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ id, value: z.number(), reason: text(300) }), output: z.object({ id }),
  }),
  /** Every grade that a student was given in a section and term, the one that holds first. */
  'grades.history': query({
    permission: 'grades:view', scope: 'rows', doors: everyDoor, input: z.object({ ...place, studentId: id }), output: z.object({ grades: z.array(gradeRow) }),
  }),
};
export type GradingName = keyof typeof gradingProcedures;

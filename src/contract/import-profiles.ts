import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { encodings } from './exchange.ts';
import { bytes, id, instant, nothing, rev, text } from './fields.ts';
import { importOptions, wideKinds, type ImportOptions } from './import-options.ts';
import { fieldsOf, importFields, targetNames } from './import-targets.ts';

/** What of an import's options belongs to its one file and is in no profile. */
const ofOneFile = { edits: true, decisions: true } as const;
const fileOptions = importOptions.pick(ofOneFile);
/** What a profile keeps of the options. Columns of marks stand with the other columns, by their headings. */
const profileOptions = importOptions.omit({ ...ofOneFile, wide: true });

/** The options of an import that stay with its file, whatever profile it is read by. */
export const optionsOfFile = (options: ImportOptions) => fileOptions.parse(options);

/** A column by its heading; null and null: it is not imported. Two columns with the same heading are told apart by their order. */
const profileColumn = z.object({ heading: text(200), field: z.enum(importFields).nullable(), marks: z.enum(wideKinds).nullable() });
export type ProfileColumn = z.infer<typeof profileColumn>;

/** How files of one kind are read: columns by heading, what was decided, and as what their text was read. */
export const profileContent = z.object({
  target: z.enum(targetNames).exclude(['oneRoster']), columns: z.array(profileColumn).min(1).max(1000), options: profileOptions,
  source: z.object({ encoding: z.enum(encodings).nullable(), delimiter: z.string().max(2).nullable() }),
}).refine(({ target, columns }) => {
  const fields = columns.flatMap(({ field }) => field ?? []), known = fieldsOf(target);
  return new Set(fields).size === fields.length && fields.every((field) => known[field] !== undefined);
});
export type ProfileContent = z.output<typeof profileContent>;

const name = text(100);
const saved = z.object({ id, rev });
const guard = { permission: 'imports:run', scope: 'school', doors: everyDoor } as const;

const profileSummary = z.object({
  id, rev, name: z.string(), target: z.enum(targetNames),
  /** How many columns are imported by it. */
  columns: z.number().int(),
  createdAt: instant, createdBy: z.string().nullable(), updatedAt: instant,
});
export type ProfileSummary = z.infer<typeof profileSummary>;

export const importProfileProcedures = {
  /** The school's profiles, by name. A file is read by one with `imports.preview`. */
  'importProfiles.list': query({ ...guard, input: nothing, output: z.object({ profiles: z.array(profileSummary) }) }),
  /** Keeps how a file is read now as a profile, a new one or (`id`) in place of what that one said. */
  'importProfiles.save': command({
    ...guard, undoable: true, input: z.object({ importId: id, id: id.nullable().default(null), rev: rev.nullable().default(null), name }), output: saved,
  }),
  'importProfiles.rename': command({ ...guard, undoable: true, input: z.object({ id, rev, name }), output: saved }),
  'importProfiles.remove': command({ ...guard, undoable: true, input: z.object({ id, rev }), output: nothing }),
  /** A profile as a small file of JSON, for another school or computer. */
  'importProfiles.export': query({ ...guard, input: z.object({ id }), output: z.object({ name: z.string(), mime: z.string(), content: bytes }) }),
  /** Takes such a file in. A name that is taken gets a number; the answer says under which it was added. */
  'importProfiles.import': command({ ...guard, undoable: true, input: z.object({ content: bytes }), output: z.object({ ...saved.shape, name: z.string() }) }),
};

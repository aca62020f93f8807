import { RollbookError } from '#contract/errors.ts';
import type { Language } from '#contract/fields.ts';
import type { FieldClass } from '#contract/permissions.ts';
import { readIssuedFiles } from '../../documents/issued-files.ts';
import { readFileContent } from '../../files/index.ts';
import { readStudentChanges } from '../../journal/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { needStudent, readChildren } from '../../people/index.ts';
import { createNamer } from './rules-file-name.ts';
import { historyTable } from './rules-history.ts';
import { readAttachedFiles, readGuardianLink, readStudentName } from './repo-subject.ts';
import { readTables } from './repo-tables.ts';
import type { Enclosed, PersonFile } from './rules-tables.ts';
import { wordsOf, type Words } from './rules-words.ts';

/** More changes than anybody reads; the history screen has them all. */
const mostChanges = 5000;

/** Whose file is asked for: a student's, or that of one of their guardians, named by the link. */
export interface Subject { studentId: string; guardianId: string | null }

/** Reads everything about a person that the caller may see. Throws `notFound` for one who is not within the caller's reach. */
export function gatherFile(ctx: QueryContext, { studentId, guardianId }: Subject, language: Language, classes: readonly FieldClass[]): PersonFile {
  const words = wordsOf(language);
  needStudent(ctx, studentId);
  return guardianId === null ? gatherStudent(ctx, studentId, language, classes, words) : gatherGuardian(ctx, studentId, guardianId, classes, words);
}

function gatherStudent(ctx: QueryContext, id: string, language: Language, classes: readonly FieldClass[], words: Words): PersonFile {
  const name = readStudentName(ctx.db, id);
  if (!name) throw new RollbookError('notFound');
  const { tables, leftOut } = readTables(ctx.db, 'student', id, classes);
  const { changes, isCut } = readStudentChanges(ctx.db, id, classes, mostChanges);
  return {
    title: `${name.familyEl} ${name.givenEl}`, subtitle: `${words.page('student')} · ${words.page('register')} ${name.studentNo ?? ''}`,
    tables: [...tables, historyTable(changes, language, words)], enclosed: [...encloseAttachments(ctx, id, classes, words), ...encloseIssued(ctx, id, classes, words)], leftOut, isCut,
  };
}

function gatherGuardian(ctx: QueryContext, studentId: string, linkId: string, classes: readonly FieldClass[], words: Words): PersonFile {
  const link = readGuardianLink(ctx.db, linkId);
  if (!link || link.studentId !== studentId) throw new RollbookError('notFound');
  const children = readChildren(ctx.db, [link.personId], ctx.rows()).get(link.personId)?.map(({ studentId }) => studentId) ?? [];
  return { title: `${link.familyEl} ${link.givenEl}`, subtitle: words.page('guardian'), ...readTables(ctx.db, 'guardian', link.personId, classes, children), enclosed: [], isCut: false };
}

function* encloseAttachments(ctx: QueryContext, studentId: string, classes: readonly FieldClass[], words: Words): Generator<Enclosed> {
  const nameFile = createNamer();
  for (const { name, hash } of readAttachedFiles(ctx.db, studentId, classes)) {
    const content = readFileContent(ctx.db, hash);
    if (content) yield { path: `${words.page('attachments')}/${nameFile(name)}`, content };
  }
}

function* encloseIssued(ctx: QueryContext, studentId: string, classes: readonly FieldClass[], words: Words): Generator<Enclosed> {
  const nameFile = createNamer();
  for (const { serial, content } of readIssuedFiles(ctx.db, studentId, classes.includes('contact'))) yield { path: `${words.page('issued')}/${nameFile(`${serial.replaceAll('/', '-')}.pdf`)}`, content };
}

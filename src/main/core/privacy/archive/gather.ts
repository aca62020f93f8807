import { RollbookError } from '#contract/errors.ts';
import type { Language } from '#contract/fields.ts';
import type { FieldClass } from '#contract/permissions.ts';
import type { ArchiveSubject } from '#contract/privacy.ts';
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

/** Reads everything about a person that the caller may see. Throws `notFound` for one who is not within the caller's reach. */
export function gatherFile(ctx: QueryContext, subject: ArchiveSubject, language: Language, classes: readonly FieldClass[]): PersonFile {
  const words = wordsOf(language);
  return subject.kind === 'student' ? gatherStudent(ctx, needStudent(ctx, subject.id), language, classes, words) : gatherGuardian(ctx, subject.id, classes, words);
}

function gatherStudent(ctx: QueryContext, id: string, language: Language, classes: readonly FieldClass[], words: Words): PersonFile {
  const name = readStudentName(ctx.db, id);
  if (!name) throw new RollbookError('notFound');
  const { tables, leftOut } = readTables(ctx.db, 'student', id, classes);
  const { changes } = readStudentChanges(ctx.db, id, classes, mostChanges);
  return {
    title: `${name.familyEl} ${name.givenEl}`, subtitle: `${words.page('student')} · ${words.page('register')} ${name.studentNo ?? ''}`,
    tables: [...tables, historyTable(changes, language, words)], enclosed: [...encloseAttachments(ctx, id, classes, words), ...encloseIssued(ctx, id, classes, words)], leftOut,
  };
}

function gatherGuardian(ctx: QueryContext, linkId: string, classes: readonly FieldClass[], words: Words): PersonFile {
  const link = readGuardianLink(ctx.db, linkId);
  needStudent(ctx, link?.studentId);
  if (!link) throw new RollbookError('notFound');
  const children = readChildren(ctx.db, [link.personId], ctx.rows()).get(link.personId)?.map(({ studentId }) => studentId) ?? [];
  return { title: `${link.familyEl} ${link.givenEl}`, subtitle: words.page('guardian'), ...readTables(ctx.db, 'guardian', link.personId, classes, children), enclosed: [] };
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

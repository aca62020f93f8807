import type { ImportProblem } from '#contract/exchange.ts';
import { largestAttachment } from '#contract/family.ts';
import { fieldClasses } from '#contract/permissions.ts';
import { RollbookError } from '#contract/errors.ts';
import { familyDomainHandlers, hasContent } from '../../family/index.ts';
import { readFileContent } from '../../files/index.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { perform } from '../../kernel/perform.ts';
import { readPlace } from '../../readers/index.ts';
import { newCells, type RecordTarget } from '../record-plan.ts';
import { classOfTitle } from '../rules/document-class.ts';
import { problem } from '../rules/values.ts';
import { ofStudents } from './of-students.ts';

const fields = ['documentTitle', 'documentClass', 'documentNote', 'file'] as const;
const longestTitle = 200;
const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
const stemOf = (path: string): string => nameOf(path).replace(/\.[^.]+$/, '').slice(0, longestTitle);

/** Papers of students, a file each, in one zip. A student who has the very file already keeps it as it is. */
export const documents: RecordTarget = {
  key: 'documents',
  needsYear: false,
  resolve(ctx, rows, around) {
    const { files } = around;
    let zip: Uint8Array | undefined;
    // Read once for these rows, and only where one of them is written.
    const zipOf = (command: CommandContext): Uint8Array => {
      zip ??= files ? readFileContent(command.db, files.zipHash) : undefined;
      if (!zip) throw new RollbookError('refused', { messageKey: 'fileCleared' });
      return zip;
    };
    return ofStudents(ctx, rows, around, (found) => found.map(({ values: read, studentId, label }) => {
      const path = read.file ?? '', file = files?.files.get(path);
      const title = read.documentTitle ?? stemOf(path);
      const fieldClass = fieldClasses.find((each) => each === read.documentClass) ?? classOfTitle(title);
      const values = { ...read, documentTitle: title, documentClass: fieldClass };
      const problems: ImportProblem[] = [];
      if (!file) problems.push(problem('fileUnknown', 'file', { value: path }));
      else if (file.problem) problems.push(problem(file.problem, 'file', { megabytes: largestAttachment / 1024 / 1024 }));
      const classes = ctx.classes(studentId);
      if (!classes.includes(fieldClass)) problems.push(problem('classForbidden', 'documentClass'));
      const isNew = !file || !hasContent(ctx.db, studentId, file.hash, classes);
      return {
        label: `${label}: ${title}`, studentId, key: file?.hash ? `${studentId} ${file.hash}` : '', isNew, problems, notes: [], cells: isNew ? newCells(values, fields) : [],
        write: (command) => {
          if (!file) return;
          const content = readPlace(zipOf(command), file.place, largestAttachment);
          perform('attachments.upload', familyDomainHandlers['attachments.upload'], command, { studentId, name: nameOf(path), content, title, fieldClass, note: read.documentNote ?? null });
        },
      };
    }));
  },
};

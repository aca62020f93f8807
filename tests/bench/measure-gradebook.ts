import type { Output } from '#contract/index.ts';
import { createRandom } from '../../src/main/core/demo/rules-random.ts';
import type { Client } from './client.ts';
import type { Report } from './report.ts';
import type { Size } from './size.ts';

type Book = Output<'gradebook.get'>;
/** The grid that the bar is stated for. */
const students = 35, columns = 40;

/** Finds a section and fills its term up to 40 pieces of work, so that the grid is as large as the bar says. */
async function prepareBook(client: Client, sectionId: string): Promise<Book> {
  const book = await client.call('gradebook.get', { sectionId });
  const term = book.terms.find(({ id }) => id === book.termId);
  if (!term) throw new Error('no term to measure');
  const random = createRandom(11);
  for (let number = book.assessments.length; number < columns; number += 1) {
    const { id } = await client.call('assessments.save', {
      sectionId, assessment: { termId: term.id, categoryId: book.scheme.categories[number % book.scheme.categories.length]?.id ?? null, title: `Δοκιμασία ${number + 1}`, maxScore: 20, weight: 1, dueDate: term.startDate },
    });
    const cells = book.students.slice(0, students).map((student) => ({ assessmentId: id, studentId: student.id, rev: 0, state: 'scored' as const, value: random.int(8, 40) / 2 }));
    await client.call('gradebook.saveScores', { sectionId, termId: term.id, cells });
  }
  return client.call('gradebook.get', { sectionId });
}

/** Measures opening a gradebook of 35 x 40 and committing a cell of it, a paste of a column, and the reasons of a grade. */
export async function measureGradebook(client: Client, report: Report, size: Size): Promise<void> {
  const random = createRandom(12);
  const list: number[] = [];
  const { rows } = await client.time(list, 'gradebook.sections', { limit: 500 });
  const books: Book[] = [];
  for (const { id } of rows.slice(0, 3)) books.push(await prepareBook(client, id));
  report.add('gradebook: students in it', Math.min(...books.map((book) => book.students.length)), 'rows');

  const open: number[] = [], commit: number[] = [], paste: number[] = [], why: number[] = [];
  const calls = Math.max(100, size.calls / 2);
  const revs = new Map(books.flatMap((book) => book.scores.map((score) => [`${score.assessmentId} ${score.studentId}`, score.rev] as const)));
  for (let i = 0; i < calls; i += 1) {
    const { section, termId, assessments, students: members } = random.pick(books);
    if (termId === null) throw new Error('no term to measure');
    await client.time(open, 'gradebook.get', { sectionId: section.id, termId });
    const cellOf = (assessmentId: string, studentId: string) => ({ assessmentId, studentId, rev: revs.get(`${assessmentId} ${studentId}`) ?? 0, state: 'scored' as const, value: random.int(0, 40) / 2 });
    const keep = (cells: ReturnType<typeof cellOf>[], saved: number[]) => cells.forEach((cell, index) => revs.set(`${cell.assessmentId} ${cell.studentId}`, saved[index] ?? 0));
    const one = [cellOf(random.pick(assessments).id, random.pick(members).id)];
    keep(one, (await client.time(commit, 'gradebook.saveScores', { sectionId: section.id, termId, cells: one })).revs);
    if (i % 10 === 0) {
      const work = random.pick(assessments).id;
      const column = members.map(({ id }) => cellOf(work, id));
      keep(column, (await client.time(paste, 'gradebook.saveScores', { sectionId: section.id, termId, cells: column })).revs);
      await client.time(why, 'gradebook.why', { sectionId: section.id, termId, studentId: random.pick(members).id });
    }
  }
  report.addTimes('gradebook: list of sections', list, 50);
  report.addTimes('gradebook: open, 40 columns', open, 50);
  report.addTimes('gradebook: commit a cell', commit, 20);
  report.addTimes('gradebook: paste a column', paste, 50);
  report.addTimes('gradebook: why this number', why, 50);
}

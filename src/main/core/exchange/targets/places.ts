import type { ImportProblem } from '#contract/exchange.ts';
import { enrolmentHandlers } from '../../enrolment/index.ts';
import { perform } from '../../kernel/perform.ts';
import { changedCells, newCells, refusedMeaning, type RecordTarget } from '../record-plan.ts';
import { problem } from '../rules/values.ts';
import { findSection, sectionsByCode } from './find-section.ts';
import { ofStudents } from './of-students.ts';
import { readPlacesOf, readSections, readYearDates } from './repo-targets.ts';

/** Who attends what: a student's place in a class of the open year, from when to when. A place that has ended stays; the row makes a new one. */
export const places: RecordTarget = {
  key: 'places',
  needsYear: true,
  resolve(ctx, rows, around) {
    const yearId = around.yearId ?? '';
    const year = readYearDates(ctx.db, yearId);
    const byCode = sectionsByCode(readSections(ctx.db, yearId));
    return ofStudents(ctx, rows, around, (found) => {
      const known = readPlacesOf(ctx.db, found.map(({ studentId }) => studentId));
      return found.map(({ values, studentId, label }) => {
        const section = findSection(values, byCode, []);
        if (!('courseId' in section)) return refusedMeaning(label, [section]);
        const own = known.filter((place) => place.studentId === studentId && place.sectionId === section.id);
        const startDate = values.startDate ?? year.startDate;
        const place = own.find((each) => each.endDate === null || each.endDate >= startDate);
        const problems: ImportProblem[] = [];
        if (startDate > year.endDate || startDate < year.startDate) problems.push(problem('outsideYear', 'startDate', { value: startDate }));
        // The row's own first day counts too: where it differs from the place's, the row still says something impossible.
        if (values.endDate !== undefined && (values.endDate < (place?.startDate ?? startDate) || values.endDate < (values.startDate ?? values.endDate))) problems.push(problem('endBeforeStart', 'endDate', { value: values.endDate }));
        const said = { sectionCode: section.code, startDate, ...(values.endDate === undefined ? {} : { endDate: values.endDate }) };
        return {
          label, studentId, key: place?.id ?? `${studentId} ${section.id} ${startDate}`, isNew: !place, problems, notes: [],
          // A place that is there already began when it began: a file of today's list does not move it.
          cells: place ? changedCells({ endDate: said.endDate }, { endDate: place.endDate ?? '' }) : newCells(said, ['sectionCode', 'startDate', 'endDate']),
          write: (command) => {
            if (!place) perform('places.add', enrolmentHandlers['places.add'], command, { sectionId: section.id, studentIds: [studentId], startDate, allowOver: true });
            const stands = place ?? readPlacesOf(command.db, [studentId]).find((each) => each.sectionId === section.id && each.startDate === startDate);
            if (said.endDate !== undefined && stands) perform('places.end', enrolmentHandlers['places.end'], command, { id: stands.id, rev: stands.rev, endDate: said.endDate });
          },
        };
      });
    });
  },
};

import { joinWords, nameOf, openPages, studentCells, type Open } from './table.ts';

/** Opens lists of how students conduct themselves, and what is done about it. */
export const conductOpeners = {
  incidents: ((ask, { table: _table, ...filter }) => openPages((paging) => ask('incidents.list', { ...filter, ...paging }), (row) => ({
    cells: {
      date: row.date, time: row.time, kind: row.kind, severity: row.severity, status: row.status, others: row.others, description: row.description, author: row.author,
      days: row.days, followUps: row.followUps, isSafeguarding: row.isSafeguarding, students: joinWords(row.students.map(nameOf)),
    },
    students: row.students.map(({ studentId }) => studentId),
  }))) satisfies Open<'incidents'>,
  interventions: ((ask, { table: _table, ...filter }) => openPages((paging) => ask('interventions.list', { ...filter, ...paging }), (row) => ({
    cells: {
      ...studentCells(row.student), division: row.student.division, kind: row.kind, goal: row.goal, owner: row.owner, startDate: row.startDate, reviewDate: row.reviewDate,
      endDate: row.endDate, outcome: row.outcome, followUps: row.followUps, isDue: row.isDue,
    },
    students: [row.student.studentId],
  }))) satisfies Open<'interventions'>,
  highlights: ((ask, { table: _table, ...filter }) => openPages((paging) => ask('highlights.list', { ...filter, ...paging }), (row) => ({
    cells: { ...studentCells(row.student), date: row.date, division: row.student.division, kind: row.kind, text: row.text, author: row.author }, students: [row.student.studentId],
  }))) satisfies Open<'highlights'>,
};

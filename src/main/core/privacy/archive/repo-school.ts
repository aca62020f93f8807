import type { TableSource } from './repo-tables.ts';

const course = 'c.nameEl AS courseEl, c.nameEn AS courseEn';
const term = 't.nameEl AS termEl, t.nameEn AS termEn';

/** Where the student was, what they were given, and when they were there. */
export const schoolTables: readonly TableSource[] = [
  {
    area: 'stays', key: 'enrolments', columns: ['yearLabel', 'level', 'division', 'entryDate', 'entryCode', 'previousSchool', 'lastAttendedDate', 'exitCode', 'nextSchool'],
    sql: `SELECT y.label AS yearLabel, e.level, e.division, e.entryDate, e.entryCode, e.previousSchool, e.lastAttendedDate, e.exitCode, e.nextSchool
      FROM enrolment e JOIN academic_year y ON y.id = e.yearId WHERE e.studentId = @id AND e.deletedAt IS NULL ORDER BY e.entryDate`,
  },
  {
    area: 'stays', key: 'divisions', columns: ['yearLabel', 'level', 'division', 'startDate', 'endDate', 'reason'],
    sql: `SELECT y.label AS yearLabel, h.level, h.division, h.startDate, h.endDate, h.reason
      FROM homeroom_membership h JOIN academic_year y ON y.id = h.yearId WHERE h.studentId = @id AND h.deletedAt IS NULL ORDER BY h.startDate`,
  },
  {
    area: 'stays', key: 'decisions', columns: ['yearLabel', 'decision', 'level', 'division', 'reason'],
    sql: `SELECT y.label AS yearLabel, o.decision, o.level, o.division, o.reason FROM rollover_override o JOIN academic_year y ON y.id = o.yearId WHERE o.studentId = @id AND o.deletedAt IS NULL ORDER BY y.startDate`,
  },
  {
    area: 'classes', key: 'places', columns: ['yearLabel', 'course', 'sectionCode', 'startDate', 'endDate', 'reason'],
    sql: `SELECT y.label AS yearLabel, ${course}, s.code AS sectionCode, e.startDate, e.endDate, e.reason
      FROM section_enrolment e JOIN section s ON s.id = e.sectionId JOIN course c ON c.id = s.courseId JOIN academic_year y ON y.id = s.yearId
      WHERE e.studentId = @id AND e.deletedAt IS NULL ORDER BY y.startDate, c.nameEl, e.startDate`,
  },
  {
    area: 'grades', key: 'posted', columns: ['yearLabel', 'term', 'course', 'value', 'computed', 'penalty', 'reason', 'replaced', 'createdAt'],
    sql: `SELECT y.label AS yearLabel, ${term}, ${course}, g.value, g.computed, g.penalty, g.reason, g.replacedById IS NOT NULL AS replaced, g.createdAt
      FROM posted_grade g JOIN term t ON t.id = g.termId JOIN section s ON s.id = g.sectionId JOIN course c ON c.id = s.courseId JOIN academic_year y ON y.id = s.yearId
      WHERE g.studentId = @id AND g.deletedAt IS NULL ORDER BY y.startDate, t.startDate, c.nameEl, g.createdAt`,
  },
  {
    area: 'grades', key: 'scores', columns: ['yearLabel', 'term', 'course', 'title', 'dueDate', 'value', 'maxScore', 'scoreState', 'comment'],
    sql: `SELECT y.label AS yearLabel, ${term}, ${course}, a.title, a.dueDate, x.value, a.maxScore, x.state AS scoreState, x.comment
      FROM score x JOIN assessment a ON a.id = x.assessmentId JOIN term t ON t.id = a.termId JOIN section s ON s.id = a.sectionId JOIN course c ON c.id = s.courseId JOIN academic_year y ON y.id = s.yearId
      WHERE x.studentId = @id AND x.deletedAt IS NULL ORDER BY y.startDate, t.startDate, c.nameEl, a.dueDate`,
  },
  {
    area: 'transcript', key: 'lines', columns: ['yearLabel', 'level', 'title', 'grade', 'credits', 'passed', 'isExternal', 'schoolName'],
    sql: `SELECT yearLabel, level, titleEl, titleEn, gradeEl, gradeEn, value, credits, ects, passed, isExternal, schoolName
      FROM transcript_line WHERE studentId = @id AND deletedAt IS NULL ORDER BY yearLabel, titleEl`,
  },
  {
    area: 'attendance', key: 'marks', columns: ['date', 'period', 'course', 'code', 'markedBy', 'minutes', 'note'],
    sql: `SELECT m.date, m.period, ${course}, k.labelEl AS codeEl, k.labelEn AS codeEn, m.source AS markedBy, m.minutes, m.note
      FROM attendance_mark m JOIN attendance_code k ON k.id = m.codeId LEFT JOIN section s ON s.id = m.sectionId LEFT JOIN course c ON c.id = s.courseId
      WHERE m.studentId = @id AND m.deletedAt IS NULL ORDER BY m.date, m.period`,
  },
  {
    area: 'attendance', key: 'calls', columns: ['date', 'familyEl', 'givenEl', 'outcome', 'note'],
    sql: `SELECT l.date, p.familyEl, p.givenEl, l.outcome, l.note FROM contact_log l LEFT JOIN guardian_link g ON g.id = l.guardianLinkId LEFT JOIN person p ON p.id = g.personId
      WHERE l.studentId = @id AND l.deletedAt IS NULL ORDER BY l.date`,
  },
];

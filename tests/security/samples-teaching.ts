import { sectionOf } from './plant-structure.ts';
import { attendanceCode, attendanceLimit, attendanceMark, followUp, gradingScheme, highlight, intervention, scale, transcriptLine } from '../../src/main/core/store/schema/index.ts';
import { defaultRules } from '../../src/main/core/results/index.ts';
import { fresh, next, familyOf, student, revOf, conductDay, conductOf, category, happened, newCategory, newIncident, plan, scoreRev, oneId, firstTerm, place, work, ownWork, schemeFor, gradesToPost, day, lesson, codeId, excusedId, versionOf, codeForm, limitForm, measures, excuse, yearOf, levelOf, line, draftScale, schemeRev } from './sample-records.ts';
import type { Aim, Samples } from './samples.ts';

const gradeOf = (aim: Aim) => aim.school.environment.reader.get<{ value: number }>(
  'SELECT value FROM posted_grade WHERE studentId = ? AND termId = ? AND replacedById IS NULL AND deletedAt IS NULL', [student(aim), firstTerm(aim)])?.value;

/** Calls about marks, attendance and conduct. */
export const teachingSamples = {
  'gradebook.sections': () => ({ limit: 500 }),
  'gradebook.get': (aim) => ({ sectionId: sectionOf(aim), termId: firstTerm(aim) }),
  'gradebook.why': (aim) => ({ ...place(aim), studentId: student(aim) }),
  'gradebook.saveScores': (aim) => ({ ...place(aim), cells: [{ assessmentId: ownWork(aim), studentId: student(aim), rev: 0, state: 'scored', value: 12 }] }),
  'assessments.save': (aim) => ({ sectionId: sectionOf(aim), assessment: work(aim) }),
  'assessments.publish': (aim) => ({ id: ownWork(aim), rev: 1, published: true }),
  'assessments.dependents': (aim) => ({ id: ownWork(aim) }),
  'assessments.remove': (aim) => ({ id: ownWork(aim), rev: 1 }),
  'schemes.get': (aim) => ({ sectionId: sectionOf(aim) }),
  'schemes.saveForSection': (aim) => ({ sectionId: sectionOf(aim), rev: schemeRev(aim), scheme: schemeFor(aim, 'section') }),
  'schemes.removeForSection': (aim) => ({ sectionId: sectionOf(aim), rev: schemeRev(aim) ?? aim.school.plant((db) => {
    db.insert(gradingScheme, { sectionId: sectionOf(aim), version: 1, missingPolicy: 'zero' });
    return 1;
  }) }),
  'schemes.save': (aim) => ({
    courseId: oneId(aim, `SELECT courseId AS id FROM section WHERE id = '${sectionOf(aim)}'`), scheme: schemeFor(aim, 'course'),
    rev: aim.school.environment.reader.get<{ rev: number }>(`SELECT rev FROM grading_scheme WHERE courseId IS NOT NULL AND courseId = (SELECT courseId FROM section WHERE id = ?) AND deletedAt IS NULL`, [sectionOf(aim)])?.rev ?? null,
  }),
  'grades.preview': place,
  'grades.post': gradesToPost,
  'grades.postLate': (aim) => ({ ...gradesToPost(aim), reason: 'Late' }),
  'grades.correct': (aim) => ({
    id: oneId(aim, `SELECT id FROM posted_grade WHERE studentId = '${student(aim)}' AND termId = '${firstTerm(aim)}' AND replacedById IS NULL AND deletedAt IS NULL`),
    // A correction to what stands already is refused.
    value: gradeOf(aim) === 12 ? 13 : 12, reason: 'Checked again',
  }),
  'grades.history': (aim) => ({ ...place(aim), studentId: student(aim) }),
  'attendance.codes': () => ({}),
  'attendance.saveCode': () => ({ code: codeForm() }),
  'attendance.archiveCode': (aim) => ({ id: aim.school.plant((db) => db.insert(attendanceCode, codeForm())), rev: 1, archived: true }),
  'attendance.limits': () => ({}),
  'attendance.saveLimit': () => ({ limit: limitForm }),
  'attendance.removeLimit': (aim) => ({ id: aim.school.plant((db) => db.insert(attendanceLimit, limitForm)), rev: 1 }),
  'attendance.settings': () => ({}),
  'attendance.saveSettings': (aim) => ({ rev: revOf(aim, 'setting', 'attendance'), settings: { ...measures, lessonHours: 6 + (next() % 2) } }),
  'attendance.choices': () => ({ date: day }),
  'attendance.sheet': (aim) => ({ date: day, target: lesson(aim, 1) }),
  'attendance.take': (aim) => ({ date: day, target: lesson(aim, 1), version: versionOf(aim, 1), marks: [], reason: fresh() }),
  'attendance.missing': () => ({ date: day }),
  'attendance.correct': (aim) => ({ studentId: student(aim), date: '2026-10-07', sectionId: sectionOf(aim), period: 1 + (next() % 20), codeId: null, note: fresh() }),
  'attendance.excusePreview': excuse,
  'attendance.excuse': (aim) => {
    // An absence from a lesson of its own, so that each call finds something to excuse.
    aim.school.plant((db) => db.insert(attendanceMark, { studentId: student(aim), date: day, sectionId: sectionOf(aim), period: 100 + next(), codeId: codeId(aim), source: 'teacher' }));
    return { ...excuse(aim), codeId: excusedId(aim) };
  },
  'attendance.student': (aim) => ({ studentId: student(aim) }),
  'attendance.summary': (aim) => ({ from: day, to: day, target: { kind: 'section', sectionId: sectionOf(aim) } }),
  'attendance.calls': () => ({ date: day }),
  'attendance.logCall': (aim) => ({ studentId: student(aim), date: day, guardianLinkId: familyOf(aim).guardianId, outcome: 'noAnswer' }),
  'scales.list': () => ({}),
  'scales.save': () => ({ scale: { ...draftScale, nameEn: fresh() } }),
  'scales.remove': (aim) => ({
    id: aim.school.plant((db) => db.insert(scale, { nameEl: 'Νέα', nameEn: 'New', kind: 'percent', min: 0, max: 100, step: 1, passMark: 50 })), rev: 1,
  }),
  'results.rules': () => ({}),
  'results.saveRules': (aim) => ({ rev: revOf(aim, 'setting', 'results'), rules: { ...defaultRules, meanDecimals: next() % 3 } }),
  'results.choices': () => ({}),
  'results.division': (aim) => ({ yearId: yearOf(aim), level: levelOf(aim) }),
  'results.level': (aim) => ({ yearId: yearOf(aim) }),
  'results.missing': (aim) => ({ yearId: yearOf(aim) }),
  'results.student': (aim) => ({ studentId: student(aim) }),
  'results.why': (aim) => ({ id: familyOf(aim).postedId }),
  'transcripts.list': (aim) => ({ studentId: student(aim) }),
  'transcripts.save': (aim) => ({ studentId: student(aim), id: familyOf(aim).lineId, rev: revOf(aim, 'transcript_line', familyOf(aim).lineId), line: line() }),
  'transcripts.remove': (aim) => ({ id: aim.school.plant((db) => db.insert(transcriptLine, { ...line(), studentId: student(aim), isExternal: true })), rev: 1 }),
  'transcripts.preview': (aim) => ({ yearId: yearOf(aim) }),
  'transcripts.write': (aim) => ({ yearId: yearOf(aim) }),
  'performance.categories': () => ({}),
  'performance.saveCategory': () => ({ category }),
  'performance.archiveCategory': (aim) => ({ id: newCategory(aim), rev: 1, archived: true }),
  'performance.dependents': (aim) => ({ id: conductOf(aim).categoryId }),
  'performance.removeCategory': (aim) => ({ id: newCategory(aim), rev: 1 }),
  'performance.sections': () => ({}),
  'performance.grid': ({ school: { teaching }, isInside }) => ({ sectionId: isInside ? teaching.ownSection : teaching.otherSection, date: conductDay }),
  'performance.save': (aim) => ({
    sectionId: aim.isInside ? aim.school.teaching.ownSection : aim.school.teaching.otherSection, date: conductDay,
    cells: [{ studentId: student(aim), categoryId: conductOf(aim).categoryId, rev: scoreRev(aim), score: (next() % 5) + 1 }],
  }),
  'highlights.list': () => ({}),
  'highlights.add': (aim) => ({ studentIds: [student(aim)], highlight: { date: conductDay, kind: 'effort', text: fresh() } }),
  'highlights.update': (aim) => ({ id: conductOf(aim).highlightId, rev: revOf(aim, 'highlight', conductOf(aim).highlightId), highlight: { date: conductDay, kind: 'award', text: fresh() } }),
  'highlights.remove': (aim) => ({ id: aim.school.plant((db) => db.insert(highlight, { studentId: student(aim), date: conductDay, kind: 'other', text: fresh() })), rev: 1 }),
  'incidents.list': () => ({ status: 'all' }),
  'incidents.get': (aim) => ({ id: conductOf(aim).incidentId }),
  'incidents.save': (aim) => ({
    id: conductOf(aim).incidentId, rev: revOf(aim, 'incident', conductOf(aim).incidentId),
    incident: { ...happened, description: fresh(), students: [{ studentId: student(aim), role: 'involved' }] },
  }),
  'incidents.dependents': (aim) => ({ id: conductOf(aim).incidentId }),
  'incidents.remove': (aim) => ({ id: newIncident(aim), rev: 1 }),
  'incidents.saveFollowUp': (aim) => ({ incidentId: conductOf(aim).incidentId, id: conductOf(aim).logId, rev: revOf(aim, 'follow_up', conductOf(aim).logId), date: conductDay, text: fresh() }),
  'incidents.removeFollowUp': (aim) => ({ id: aim.school.plant((db) => db.insert(followUp, { incidentId: conductOf(aim).incidentId, date: conductDay, text: fresh() })), rev: 1 }),
  'interventions.list': () => ({ state: 'all' }),
  'interventions.get': (aim) => ({ id: conductOf(aim).interventionId }),
  'interventions.owners': () => ({}),
  'interventions.save': (aim) => ({
    id: conductOf(aim).interventionId, rev: revOf(aim, 'intervention', conductOf(aim).interventionId), intervention: { ...plan, studentId: student(aim), goal: fresh() },
  }),
  'interventions.dependents': (aim) => ({ id: conductOf(aim).interventionId }),
  'interventions.remove': (aim) => ({ id: aim.school.plant((db) => db.insert(intervention, { ...plan, studentId: student(aim) })), rev: 1 }),
  'interventions.saveFollowUp': (aim) => ({ interventionId: conductOf(aim).interventionId, date: conductDay, text: fresh() }),
  'interventions.removeFollowUp': (aim) => ({ id: aim.school.plant((db) => db.insert(followUp, { interventionId: conductOf(aim).interventionId, date: conductDay, text: fresh() })), rev: 1 }),
  'conduct.timeline': (aim) => ({ studentId: student(aim) }),
  'conduct.settings': () => ({}),
  'conduct.saveSettings': () => ({ settings: { overdueDays: (next() % 30) + 1 } }),
} satisfies Partial<Samples>;

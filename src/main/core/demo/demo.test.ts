import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextChangeSetId, openChangeSet, sealChangeSet } from '../journal/change-set.ts';
import { openConnection, type Connection } from '../store/connection.ts';
import { migrateStore } from '../store/migrate.ts';
import { cacheStatements } from '../store/reader.ts';
import { createWriter } from '../store/writer.ts';
import { demoAccounts, seedDemonstration } from './index.ts';
import { isSchoolDay } from './rules-dates.ts';

const today = '2026-11-24';
const folder = mkdtempSync(join(tmpdir(), 'rollbook-demo-'));
const open: Connection[] = [];

function seed(name: string, day = today): Connection {
  const db = openConnection(join(folder, name), randomBytes(32));
  open.push(db);
  migrateStore(db, join(import.meta.dirname, '../../../../migrations'));
  db.transaction(() => {
    const prepare = cacheStatements(db);
    const stamp = { changeSetId: 1, userId: null, now: Date.parse(`${day}T08:00:00Z`) };
    const writer = createWriter(prepare, stamp);
    openChangeSet(writer, nextChangeSetId(writer), { at: stamp.now, actorId: null, device: 'test', procedure: 'setup.demonstration', reason: null, undoes: null });
    seedDemonstration(writer, { today: day, passwordHash: 'x' });
    sealChangeSet(writer, 1);
  }).immediate();
  return db;
}

let db: Connection;
beforeAll(() => { db = seed('a.db'); }, 180_000);
afterAll(() => { for (const one of open) one.close(); rmSync(folder, { recursive: true }); });

const value = (sql: string): number => Number(db.prepare(sql).pluck().get());
const list = (sql: string): string[] => db.prepare(sql).pluck().all().map(String);

describe('the demonstration school', () => {
  it('is a whole school over three years', () => {
    expect(value('SELECT count(*) FROM student')).toBeGreaterThan(1150);
    expect(value('SELECT count(*) FROM student')).toBeLessThan(1300);
    expect(list('SELECT status FROM academic_year ORDER BY startDate')).toEqual(['closed', 'closed', 'open']);
    expect(value('SELECT rows FROM change_set')).toBeLessThan(250_000);
  });

  it('has one account for each role, with its grant, and a teacher and a head who see a part of the school', () => {
    expect(list('SELECT u.username FROM user u JOIN role_grant g ON g.userId = u.id ORDER BY u.id')).toEqual(demoAccounts.map(({ username }) => username));
    const seen = (username: string, via: string) => value(`SELECT count(DISTINCT se.studentId) FROM section_enrolment se ${via}
      WHERE se.endDate IS NULL AND u.username = '${username}'`);
    const teacher = seen('teacher', `JOIN section_staff ss ON ss.sectionId = se.sectionId AND ss.endDate IS NULL
      JOIN staff st ON st.id = ss.staffId JOIN user u ON u.id = st.userId`);
    expect(teacher).toBeGreaterThan(90);
    expect(teacher).toBeLessThan(160);
    const head = seen('head', `JOIN section s ON s.id = se.sectionId JOIN course c ON c.id = s.courseId
      JOIN role_grant g ON g.orgId = c.departmentId JOIN user u ON u.id = g.userId`);
    expect(head).toBeGreaterThan(200);
    expect(head).toBeLessThan(600);
  });

  it('enrols nobody twice on one day, and nobody outside of the year', () => {
    expect(value(`SELECT count(*) FROM enrolment a JOIN enrolment b ON a.studentId = b.studentId AND a.id < b.id
      AND a.entryDate <= coalesce(b.lastAttendedDate, '9999') AND b.entryDate <= coalesce(a.lastAttendedDate, '9999')`)).toBe(0);
    expect(value(`SELECT count(*) FROM enrolment e JOIN academic_year y ON y.id = e.yearId
      WHERE e.entryDate < y.startDate OR e.lastAttendedDate > y.endDate OR e.lastAttendedDate < e.entryDate
        OR (y.status = 'closed' AND e.lastAttendedDate IS NULL)`)).toBe(0);
    expect(value('SELECT count(*) FROM student s WHERE NOT EXISTS (SELECT 1 FROM enrolment WHERE studentId = s.id)')).toBe(0);
  });

  it('knows every student\'s division by date, moved ones in both, and in classes only while they were there', () => {
    expect(value(`SELECT count(*) FROM homeroom_membership a JOIN homeroom_membership b ON a.studentId = b.studentId AND a.id < b.id
      AND a.startDate <= coalesce(b.endDate, '9999') AND b.startDate <= coalesce(a.endDate, '9999')`)).toBe(0);
    expect(value(`SELECT count(*) FROM enrolment e WHERE e.division IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM homeroom_membership h WHERE h.enrolmentId = e.id AND h.startDate = e.entryDate)
      OR NOT EXISTS (SELECT 1 FROM homeroom_membership h WHERE h.enrolmentId = e.id AND h.endDate IS e.lastAttendedDate AND h.division = e.division))`)).toBe(0);
    expect(value(`SELECT count(*) FROM homeroom_membership WHERE reason = 'moved'`)).toBeGreaterThan(10);
    expect(value(`SELECT count(*) FROM section_enrolment p JOIN section s ON s.id = p.sectionId WHERE NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.studentId = p.studentId
      AND e.yearId = s.yearId AND e.entryDate <= p.startDate AND coalesce(e.lastAttendedDate, '9999') >= coalesce(p.endDate, '9999'))`)).toBe(0);
    expect(value(`SELECT count(*) FROM enrolment e WHERE NOT EXISTS (SELECT 1 FROM enrolment_code c WHERE c.kind = 'entry' AND c.code = e.entryCode)
      OR (e.exitCode IS NOT NULL AND NOT EXISTS (SELECT 1 FROM enrolment_code c WHERE c.kind = 'exit' AND c.code = e.exitCode))`)).toBe(0);
  });

  it('fills divisions of a size that fits a room', () => {
    const sizes = db.prepare(`SELECT count(*) FROM enrolment e JOIN academic_year y ON y.id = e.yearId AND y.status = 'open'
      WHERE e.lastAttendedDate IS NULL GROUP BY e.division`).pluck().all().map(Number);
    expect(sizes).toHaveLength(27);
    expect(Math.min(...sizes)).toBeGreaterThan(15);
    expect(Math.max(...sizes)).toBeLessThan(35);
  });

  it('has people as a school has them: siblings, namesakes, missing e-mails and spellings', () => {
    expect(value('SELECT count(*) FROM (SELECT 1 FROM guardian_link GROUP BY personId HAVING count(*) > 1)')).toBeGreaterThan(100);
    expect(value('SELECT count(*) FROM (SELECT 1 FROM person p JOIN student s ON s.personId = p.id GROUP BY familyEl, givenEl HAVING count(*) > 1)')).toBeGreaterThan(5);
    expect(value('SELECT count(*) FROM person p JOIN student s ON s.personId = p.id WHERE familyLatin IS NULL')).toBeGreaterThan(10);
    expect(value(`SELECT count(*) FROM contact_point WHERE kind = 'email'`)).toBe(value(`SELECT count(DISTINCT value) FROM contact_point WHERE kind = 'email'`));
    expect(value(`SELECT count(*) FROM contact_point WHERE kind = 'email' AND value NOT LIKE '%@example.org'`)).toBe(0);
    expect(value(`SELECT count(*) FROM person WHERE sex = 'female' AND (familyEl LIKE '%όπουλος' OR familyEl LIKE '%ίδης' OR familyEl LIKE '%άκης')`)).toBe(0);
    expect(value(`SELECT count(*) FROM person WHERE sex = 'male' AND familyEl LIKE '%οπούλου'`)).toBe(0);
  });

  it('posts marks for terms that are over only, on the scale, to those who were there', () => {
    expect(value(`SELECT count(*) FROM posted_grade g JOIN term t ON t.id = g.termId WHERE t.endDate >= '${today}'`)).toBe(0);
    expect(value('SELECT count(*) FROM posted_grade g JOIN scale s ON s.id = g.scaleId WHERE g.value NOT BETWEEN s.min AND s.max')).toBe(0);
    expect(value(`SELECT count(*) FROM posted_grade g JOIN term t ON t.id = g.termId WHERE NOT EXISTS (SELECT 1 FROM section_enrolment se
      WHERE se.sectionId = g.sectionId AND se.studentId = g.studentId AND se.startDate <= t.endDate AND (se.endDate IS NULL OR se.endDate >= t.endDate))`)).toBe(0);
    expect(value('SELECT count(*) FROM (SELECT 1 FROM posted_grade GROUP BY sectionId, termId, studentId HAVING count(*) > 1)')).toBe(0);
    expect(value('SELECT avg(value) FROM posted_grade')).toBeGreaterThan(13.5);
    expect(value('SELECT avg(value) FROM posted_grade')).toBeLessThan(15.5);
    expect(value('SELECT avg(value < 9.5) FROM posted_grade')).toBeGreaterThan(0.02);
  });

  it('scores assessments that were written, of students who sat in the section', () => {
    expect(value('SELECT count(*) FROM score')).toBeGreaterThan(10_000);
    expect(value(`SELECT count(*) FROM assessment WHERE dueDate > '${today}'`)).toBe(0);
    expect(value('SELECT count(*) FROM assessment a JOIN term t ON t.id = a.termId WHERE a.dueDate NOT BETWEEN t.startDate AND t.endDate')).toBe(0);
    expect(value(`SELECT count(*) FROM score c JOIN assessment a ON a.id = c.assessmentId WHERE NOT EXISTS (SELECT 1 FROM section_enrolment se
      WHERE se.sectionId = a.sectionId AND se.studentId = c.studentId AND se.startDate <= a.dueDate AND (se.endDate IS NULL OR se.endDate >= a.dueDate))`)).toBe(0);
    expect(value(`SELECT count(*) FROM score c JOIN assessment a ON a.id = c.assessmentId
      WHERE (c.value IS NULL) = (c.state IN ('scored', 'late')) OR c.value NOT BETWEEN 0 AND a.maxScore`)).toBe(0);
  });

  it('marks absences on school days on which attendance was taken, of students enrolled that day', () => {
    const days = list('SELECT DISTINCT date FROM attendance_mark UNION SELECT date FROM attendance_submission');
    expect(days.filter((day) => !isSchoolDay(day) || day > today)).toEqual([]);
    expect(value(`SELECT count(*) FROM attendance_mark m WHERE NOT EXISTS (SELECT 1 FROM homeroom_membership h
      JOIN attendance_submission a ON a.date = m.date AND a.yearId = h.yearId AND a.division = h.division AND a.level = h.level
      WHERE h.studentId = m.studentId AND h.startDate <= m.date AND (h.endDate IS NULL OR h.endDate >= m.date))`)).toBe(0);
    expect(value(`SELECT count(*) FROM attendance_submission a WHERE a.expected <> (SELECT count(*) FROM homeroom_membership h WHERE h.yearId = a.yearId AND h.level = a.level
      AND h.division = a.division AND h.startDate <= a.date AND (h.endDate IS NULL OR h.endDate >= a.date))`)).toBe(0);
    const absent = value(`SELECT count(DISTINCT m.studentId || m.date) FROM attendance_mark m JOIN attendance_code c ON c.id = m.codeId WHERE c.presence = 'absent'`);
    const rate = absent / value('SELECT sum(expected) FROM attendance_submission');
    expect(rate).toBeGreaterThan(0.025);
    expect(rate).toBeLessThan(0.055);
  });

  it('has a whole timetable of the open year without a teacher, a room or a division in two lessons at once', () => {
    const pairs = (same: string) => value(`SELECT count(*) FROM meeting a JOIN meeting b ON a.weekday = b.weekday AND a.period = b.period AND a.id < b.id
      JOIN section s ON s.id = a.sectionId JOIN section t ON t.id = b.sectionId ${same}`);
    expect(pairs('AND s.division = t.division')).toBe(0);
    expect(pairs('AND coalesce(a.room, s.room) = coalesce(b.room, t.room)')).toBe(0);
    expect(pairs('JOIN section_staff x ON x.sectionId = s.id JOIN section_staff y ON y.sectionId = t.id AND y.staffId = x.staffId')).toBe(0);
    expect(value(`SELECT count(*) FROM section s JOIN academic_year y ON y.id = s.yearId AND y.status = 'open' JOIN course c ON c.id = s.courseId
      WHERE c.weeklyHours <> (SELECT count(*) FROM meeting m WHERE m.sectionId = s.id)`)).toBe(0);
    // A free hour between two lessons of a division's day is a gap that pupils would wait through.
    expect(value(`SELECT count(*) FROM (SELECT max(m.period) - count(*) AS gaps FROM meeting m JOIN section s ON s.id = m.sectionId GROUP BY s.division, m.weekday HAVING gaps > 0)`)).toBeLessThan(8);
  });

  it('has holidays, lesson hours, class divisions with a class teacher each, nested terms with posting windows', () => {
    expect(list('SELECT date FROM calendar_day').filter((day) => isSchoolDay(day))).toEqual([]);
    expect(value('SELECT count(*) FROM bell_period')).toBe(7);
    expect(value('SELECT count(*) FROM homeroom')).toBe(81);
    expect(value('SELECT count(*) FROM (SELECT 1 FROM homeroom GROUP BY yearId, staffId HAVING count(*) > 1)')).toBe(0);
    expect(value(`SELECT count(*) FROM term WHERE type = 'year' AND parentId IS NULL`)).toBe(3);
    expect(value(`SELECT count(*) FROM term WHERE type <> 'year' AND parentId IS NOT NULL AND postingOpens < endDate AND postingCloses > endDate`)).toBe(6);
  });

  it('tells of conduct on days that have passed, of students who are there, with something for everybody to follow up', () => {
    for (const table of ['daily_performance', 'highlight', 'incident', 'follow_up']) {
      expect(value(`SELECT count(*) FROM ${table}`)).toBeGreaterThan(20);
      expect(value(`SELECT count(*) FROM ${table} WHERE date > '${today}'`)).toBe(0);
    }
    expect(value(`SELECT count(*) FROM incident WHERE status = 'closed' AND (closedOn IS NULL OR closedOn < date)`)).toBe(0);
    expect(value(`SELECT count(*) FROM incident WHERE status <> 'closed' AND date < date('${today}', '-14 days')`)).toBeGreaterThan(0);
    expect(value('SELECT count(*) FROM incident WHERE isSafeguarding = 1')).toBe(2);
    expect(value(`SELECT count(*) FROM intervention WHERE endDate IS NULL AND reviewDate <= '${today}'`)).toBeGreaterThan(0);
    expect(value(`SELECT count(*) FROM incident_student x JOIN student_card c ON c.studentId = x.studentId WHERE c.status = 'notEnrolled'`)).toBe(0);
  });

  it('is the same each time, and another one on another day', () => {
    const dump = (from: Connection): unknown[] => ['person', 'enrolment', 'score', 'posted_grade', 'attendance_mark', 'user', 'section_staff']
      .map((table) => from.prepare(`SELECT * FROM "${table}" ORDER BY id`).all());
    expect(dump(seed('b.db'))).toEqual(dump(db));
    const summer = seed('c.db', '2026-07-20');
    expect(summer.prepare('SELECT count(DISTINCT termId) FROM posted_grade').pluck().get()).toBe(6);
  }, 180_000);
});

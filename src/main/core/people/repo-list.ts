import type { z } from 'zod';
import type { studentOrder, StudentFilter, StudentRow } from '#contract/people.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import { bandRanges, findLatestPostedTerm, hasMixedScales } from '../insight/index.ts';
import { matchExpression } from '../search/index.ts';
import type { Reader, Value } from '../store/reader.ts';
import { countOnce } from './repo-count.ts';
import { addDays } from './rules-dates.ts';

type Order = z.output<typeof studentOrder>;
/** Only these texts reach ORDER BY. Each is a prefix of an index on `student_card` that starts with the status. */
const orders: Record<Order['by'], string> = {
  name: 'c.sortKey #, c.studentId #', studentNo: 'c.studentNo #, c.studentId #', birthDate: 'c.birthDate #, c.studentId #',
  level: 'c.level #, c.division #, c.sortKey #, c.studentId #',
};

/** The same orders on `stay_card`, whose indexes start with the year. */
const datedOrders: Record<Order['by'], string> = {
  name: 'c.sortKey #, c.studentId #, c.startDate #', studentNo: 'c.studentNo #, c.studentId #, c.startDate #',
  birthDate: 'c.birthDate #, c.studentId #, c.startDate #', level: 'c.level #, c.division #, c.sortKey #, c.studentId #, c.startDate #',
};

interface Condition { sql: string; params: Record<string, Value> }

const yearThen = '(SELECT id FROM academic_year WHERE @asOf BETWEEN startDate AND endDate AND deletedAt IS NULL ORDER BY startDate DESC LIMIT 1)';
const hadBegun = `c.yearId = ${yearThen} AND c.startDate <= @asOf`;
const wasThere = 'c.endDate >= @asOf';
/** Of those who had left, the stretch that they left from. */
const hadLeft = `c.endDate < @asOf AND NOT EXISTS (SELECT 1 FROM stay_card n WHERE n.studentId = c.studentId AND n.startDate > c.startDate AND n.startDate <= @asOf AND n.yearId = c.yearId)`;
/** Standing on a day, within the school year of that day. Nobody was in an archive or not yet enrolled as of a day: these leave nobody. */
const datedStatus: Record<StudentFilter['status'], string> = {
  enrolled: `${hadBegun} AND ${wasThere}`, left: `${hadBegun} AND ${hadLeft}`, all: `${hadBegun} AND (${wasThere} OR ${hadLeft})`,
  notEnrolled: '0', archived: '0',
};

/** The cards of the students with an absence in a week. The marks in force: an absence that the office has corrected is none. */
function readAbsentees(db: Reader, monday: string): number[] {
  return db.all<{ docId: number }>(
    `SELECT k.docId FROM (SELECT DISTINCT m.studentId FROM attendance_mark m WHERE m.date BETWEEN @monday AND @sunday AND m.deletedAt IS NULL
      AND m.codeId IN (SELECT id FROM attendance_code WHERE presence = 'absent') AND (m.source = 'office' OR NOT EXISTS (
        SELECT 1 FROM attendance_mark o WHERE o.studentId = m.studentId AND o.date = m.date AND o.source = 'office' AND o.deletedAt IS NULL
          AND (o.sectionId IS NULL OR (o.sectionId IS m.sectionId AND o.period IS m.period))))) a
     CROSS JOIN student_card k ON k.studentId = a.studentId`, { monday, sunday: addDays(monday, 6) }).map(({ docId }) => docId);
}

function conditionOf(db: Reader, filter: StudentFilter, scope: RowScope): Condition {
  const parts: string[] = [];
  const params: Record<string, Value> = {};
  const add = (sql: string, values: Record<string, Value> = {}) => { parts.push(sql); Object.assign(params, values); };
  if (filter.asOf !== null) add(datedStatus[filter.status], { asOf: filter.asOf });
  else if (filter.status !== 'all') add('c.status = @status', { status: filter.status });
  if (filter.level !== null) add('c.level = @level', { level: filter.level });
  if (filter.division !== null) add('c.division = @division', { division: filter.division });
  const match = matchExpression(filter.text, true);
  if (match) add('c.docId IN (SELECT rowid FROM search_words WHERE search_words MATCH @match)', { match });
  else if (filter.text) add('0');
  if (filter.markBand !== null) {
    const termId = findLatestPostedTerm(db)?.id ?? null;
    const inBand = `k.markTermId = @markTerm AND k.markBands & (SELECT 1 << bit FROM (${bandRanges}) WHERE id = @markBand) <> 0`;
    add(filter.asOf === null ? inBand.replaceAll('k.', 'c.') : `c.docId IN (SELECT docId FROM student_card k WHERE ${inBand})`, { markBand: filter.markBand, markTerm: termId });
    if (termId !== null && hasMixedScales(db, termId)) {
      add(`EXISTS (SELECT 1 FROM posted_grade g JOIN (${bandRanges}) b ON b.id = @markBand AND b.scaleId = g.scaleId AND g.value >= b.threshold AND g.value < b.ceiling
        WHERE g.studentId = c.studentId AND g.termId = @markTerm AND g.deletedAt IS NULL AND g.replacedById IS NULL)`);
    }
  }
  if (filter.absentInWeek !== null) {
    // Read once: the condition stands in the count as well as in the page.
    add('c.docId IN (SELECT value FROM json_each(@absent))', { absent: JSON.stringify(readAbsentees(db, filter.absentInWeek)) });
  }
  const limited = studentsInScope(scope, 'c.studentId');
  add(limited.sql, limited.params);
  return { sql: parts.join(' AND '), params };
}

const pageColumns = `p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, p.birthDate, c.level, c.division`;
const contactColumns = `(SELECT value FROM contact_point WHERE personId = p.id AND kind = 'email' AND endDate IS NULL AND deletedAt IS NULL LIMIT 1) AS email,
      (SELECT value FROM contact_point WHERE personId = p.id AND kind IN ('mobile', 'phone') AND endDate IS NULL AND deletedAt IS NULL ORDER BY kind LIMIT 1) AS phone`;
const byOf = (order: Order, columns: Record<Order['by'], string>) => columns[order.by].replaceAll('#', order.descending ? 'DESC' : 'ASC');

/** The SQL of one page, for the query-plan test as well. */
export function pageSql(condition: string, order: Order): string {
  const by = byOf(order, orders);
  return `WITH page AS MATERIALIZED (SELECT c.docId FROM student_card c WHERE ${condition} ORDER BY ${by} LIMIT @limit OFFSET @offset)
    SELECT c.studentId AS id, c.studentNo, ${pageColumns}, c.status, ${contactColumns}
    FROM page CROSS JOIN student_card c ON c.docId = page.docId JOIN student s ON s.id = c.studentId JOIN person p ON p.id = s.personId ORDER BY ${by}`;
}

/** The SQL of one page as of a day. */
export function datedPageSql(condition: string, order: Order): string {
  const by = byOf(order, datedOrders);
  return `WITH page AS MATERIALIZED (SELECT c.rowNo FROM stay_card c WHERE ${condition} ORDER BY ${by} LIMIT @limit OFFSET @offset)
    SELECT c.studentId AS id, c.studentNo, ${pageColumns}, iif(c.endDate >= @asOf, 'enrolled', 'left') AS status, ${contactColumns}
    FROM page CROSS JOIN stay_card c ON c.rowNo = page.rowNo JOIN student s ON s.id = c.studentId JOIN person p ON p.id = s.personId ORDER BY ${by}`;
}

const sourceOf = (filter: StudentFilter) => (filter.asOf === null ? 'student_card c' : 'stay_card c');

/** One page of the student list, and how many match in all. */
export function readStudentPage(db: Reader, filter: StudentFilter, order: Order, scope: RowScope, paging: { offset: number; limit: number }): { total: number; rows: StudentRow[] } {
  const condition = conditionOf(db, filter, scope);
  const counting = `SELECT count(*) AS n FROM ${sourceOf(filter)} WHERE ${condition.sql}`;
  const total = countOnce(db, JSON.stringify([counting, condition.params]), () => db.get<{ n: number }>(counting, condition.params)?.n ?? 0);
  const sql = filter.asOf === null ? pageSql(condition.sql, order) : datedPageSql(condition.sql, order);
  return { total, rows: db.all<StudentRow>(sql, { ...condition.params, ...paging }) };
}

/** Everybody whom a filter leaves, by name: what an action for many works on. */
export function readStudentIds(db: Reader, filter: StudentFilter, scope: RowScope): string[] {
  const condition = conditionOf(db, filter, scope);
  return db.all<{ id: string }>(`SELECT c.studentId AS id FROM ${sourceOf(filter)} WHERE ${condition.sql} ORDER BY c.sortKey, c.studentId`, condition.params).map(({ id }) => id);
}

/** Levels and class divisions of those enrolled now, or on a day, with how many students each has. */
export function readFacets(db: Reader, scope: RowScope, asOf: string | null): { level: string; division: string | null; students: number }[] {
  const limited = studentsInScope(scope, 'c.studentId');
  const condition = asOf === null ? `c.status = 'enrolled'` : datedStatus.enrolled;
  return db.all(`SELECT c.level, c.division, count(*) AS students FROM ${asOf === null ? 'student_card' : 'stay_card'} c WHERE ${condition} AND ${limited.sql}
    GROUP BY c.level, c.division ORDER BY c.level, c.division`, { ...limited.params, ...(asOf === null ? {} : { asOf }) });
}

/** True when the student exists and is within the scope. */
export function isStudentInScope(db: Reader, id: string, scope: RowScope): boolean {
  const limited = studentsInScope(scope, 's.id');
  return db.get(`SELECT 1 FROM student s WHERE s.id = @id AND s.deletedAt IS NULL AND ${limited.sql}`, { id, ...limited.params }) !== undefined;
}

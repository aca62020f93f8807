import type { Writer } from '../store/writer.ts';
import type { Home, Stay } from './rules-model.ts';
import { stretchesOf } from './rules-stretches.ts';

interface CardStay extends Stay { studentId: string; docId: number; sortKey: string; studentNo: string; birthDate: string | null }

/** Makes the cards of some students' stays anew (`chunk`: JSON of their ids). Called with every change of what cards are made from. */
export function refreshStayCards(db: Writer, chunk: string): void {
  // By their numbers, which follow the names: see the order below.
  db.run('DELETE FROM stay_card WHERE rowNo IN (SELECT c.rowNo FROM json_each(?) j CROSS JOIN stay_card c ON c.studentId = j.value)', [chunk]);
  const stays = db.all<CardStay>(
    `SELECT e.id, e.studentId, e.yearId, e.level, e.entryDate, e.lastAttendedDate, y.endDate AS yearEnd, d.docId, d.sortKey, d.studentNo, d.birthDate
     FROM json_each(?) j CROSS JOIN enrolment e ON e.studentId = j.value AND e.deletedAt IS NULL JOIN academic_year y ON y.id = e.yearId
     JOIN student_card d ON d.studentId = e.studentId`, [chunk]).sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  const homes = new Map<string, Home[]>();
  for (const home of db.all<Home>(
    `SELECT h.id, h.enrolmentId, h.level, h.division, h.startDate, h.endDate
     FROM json_each(?) j CROSS JOIN homeroom_membership h ON h.studentId = j.value AND h.deletedAt IS NULL ORDER BY h.startDate`, [chunk])) {
    homes.set(home.enrolmentId, [...(homes.get(home.enrolmentId) ?? []), home]);
  }
  for (const stay of stays) {
    for (const { yearId, startDate, endDate, level, division } of stretchesOf(stay, homes.get(stay.id) ?? [])) {
      db.run(
        `INSERT INTO stay_card (docId, studentId, yearId, startDate, endDate, level, division, sortKey, studentNo, birthDate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [stay.docId, stay.studentId, yearId, startDate, endDate, level, division, stay.sortKey, stay.studentNo, stay.birthDate]);
    }
  }
}

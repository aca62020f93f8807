-- What a database of an earlier version lacks: the places in class divisions that its stays imply, and the codes of entry and exit.
INSERT INTO homeroom_membership (id, rev, createdAt, createdBy, updatedAt, updatedBy, changeSetId, studentId, enrolmentId, yearId, level, division, startDate, endDate)
SELECT printf('%s-%s-7%s-8%s-%s', substr(printf('%012x', e.createdAt), 1, 8), substr(printf('%012x', e.createdAt), 9), substr(lower(hex(randomblob(2))), 2), substr(lower(hex(randomblob(2))), 2), lower(hex(randomblob(6)))), 1, e.createdAt, e.createdBy, e.createdAt, e.createdBy, e.changeSetId, e.studentId, e.id, e.yearId, e.level, e.division, e.entryDate, e.lastAttendedDate
FROM enrolment e WHERE e.division IS NOT NULL AND e.deletedAt IS NULL AND NOT EXISTS (SELECT 1 FROM homeroom_membership h WHERE h.enrolmentId = e.id);
--> statement-breakpoint
INSERT INTO enrolment_code (id, rev, createdAt, updatedAt, changeSetId, kind, code, labelEl, labelEn, position)
SELECT printf('%s-%s-7%s-8%s-%s', substr(printf('%012x', o.createdAt), 1, 8), substr(printf('%012x', o.createdAt), 9), substr(lower(hex(randomblob(2))), 2), substr(lower(hex(randomblob(2))), 2), lower(hex(randomblob(6)))), 1, o.createdAt, o.createdAt, o.changeSetId, v.column1, v.column2, v.column3, v.column4, v.column5
FROM (SELECT createdAt, changeSetId FROM org WHERE type = 'school' ORDER BY id LIMIT 1) o, (VALUES
  ('entry', 'new', 'Πρώτη εγγραφή', 'First enrolment', 0),
  ('entry', 'continuing', 'Ανανέωση εγγραφής (συνέχιση φοίτησης)', 'Continues from last year', 1),
  ('entry', 'transfer', 'Μετεγγραφή από άλλο σχολείο', 'Transfer from another school', 2),
  ('entry', 'repeats', 'Επανάληψη τάξης', 'Repeats the class', 3),
  ('entry', 'returned', 'Επανεγγραφή μετά από διακοπή', 'Re-entry after leaving', 4),
  ('entry', 'abroad', 'Εγγραφή από σχολείο του εξωτερικού', 'From a school abroad', 5),
  ('exit', 'promoted', 'Προαγωγή', 'Promoted', 6),
  ('exit', 'repeats', 'Απόρριψη (επανάληψη τάξης)', 'Not promoted (repeats the class)', 7),
  ('exit', 'graduated', 'Απόλυση (αποφοίτηση)', 'Graduated', 8),
  ('exit', 'transferred', 'Μετεγγραφή σε άλλο σχολείο', 'Transferred to another school', 9),
  ('exit', 'withdrawn', 'Διακοπή φοίτησης', 'Withdrawn', 10),
  ('exit', 'abroad', 'Μετάβαση στο εξωτερικό', 'Moved abroad', 11),
  ('exit', 'deceased', 'Θάνατος', 'Deceased', 12)) v;

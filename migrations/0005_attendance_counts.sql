-- The counts that the attendance chart reads: one for each student and day (or lesson), of the mark in force. The office's wins over the teacher's
-- ('office' sorts first). Before a change what was in force is taken off, after it what is in force now is added.
DROP TRIGGER count_attendance_insert;
--> statement-breakpoint
DROP TRIGGER count_attendance_update;
--> statement-breakpoint
DROP TRIGGER count_attendance_delete;
--> statement-breakpoint
CREATE TRIGGER count_attendance_insert_before BEFORE INSERT ON attendance_mark BEGIN
  UPDATE attendance_count SET marks = marks - 1 WHERE NEW.sectionId IS NULL AND date = NEW.date
    AND codeId = (SELECT codeId FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = NEW.studentId AND m.date = NEW.date
      AND +m.sectionId IS NEW.sectionId AND +m.period IS NEW.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1));
  UPDATE attendance_hour_count SET marks = marks - 1 WHERE NEW.sectionId IS NOT NULL AND date = NEW.date
    AND codeId = (SELECT codeId FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = NEW.studentId AND m.date = NEW.date
      AND +m.sectionId IS NEW.sectionId AND +m.period IS NEW.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1));
END;
--> statement-breakpoint
CREATE TRIGGER count_attendance_insert AFTER INSERT ON attendance_mark BEGIN
  INSERT INTO attendance_count (date, codeId, marks) SELECT NEW.date, codeId, 1 FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = NEW.studentId AND m.date = NEW.date
      AND +m.sectionId IS NEW.sectionId AND +m.period IS NEW.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1) WHERE sectionId IS NULL
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
  INSERT INTO attendance_hour_count (date, codeId, marks) SELECT NEW.date, codeId, 1 FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = NEW.studentId AND m.date = NEW.date
      AND +m.sectionId IS NEW.sectionId AND +m.period IS NEW.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1) WHERE sectionId IS NOT NULL
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
END;
--> statement-breakpoint
CREATE TRIGGER count_attendance_update_before BEFORE UPDATE OF studentId, date, sectionId, period, codeId, source, deletedAt ON attendance_mark BEGIN
  UPDATE attendance_count SET marks = marks - 1 WHERE OLD.sectionId IS NULL AND date = OLD.date
    AND codeId = (SELECT codeId FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = OLD.studentId AND m.date = OLD.date
      AND +m.sectionId IS OLD.sectionId AND +m.period IS OLD.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1));
  UPDATE attendance_hour_count SET marks = marks - 1 WHERE OLD.sectionId IS NOT NULL AND date = OLD.date
    AND codeId = (SELECT codeId FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = OLD.studentId AND m.date = OLD.date
      AND +m.sectionId IS OLD.sectionId AND +m.period IS OLD.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1));
  UPDATE attendance_count SET marks = marks - 1 WHERE NEW.sectionId IS NULL AND (OLD.studentId, OLD.date, coalesce(OLD.sectionId, ''), coalesce(OLD.period, 0)) <> (NEW.studentId, NEW.date, coalesce(NEW.sectionId, ''), coalesce(NEW.period, 0)) AND date = NEW.date
    AND codeId = (SELECT codeId FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = NEW.studentId AND m.date = NEW.date
      AND +m.sectionId IS NEW.sectionId AND +m.period IS NEW.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1));
  UPDATE attendance_hour_count SET marks = marks - 1 WHERE NEW.sectionId IS NOT NULL AND (OLD.studentId, OLD.date, coalesce(OLD.sectionId, ''), coalesce(OLD.period, 0)) <> (NEW.studentId, NEW.date, coalesce(NEW.sectionId, ''), coalesce(NEW.period, 0)) AND date = NEW.date
    AND codeId = (SELECT codeId FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = NEW.studentId AND m.date = NEW.date
      AND +m.sectionId IS NEW.sectionId AND +m.period IS NEW.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1));
END;
--> statement-breakpoint
CREATE TRIGGER count_attendance_update AFTER UPDATE OF studentId, date, sectionId, period, codeId, source, deletedAt ON attendance_mark BEGIN
  INSERT INTO attendance_count (date, codeId, marks) SELECT OLD.date, codeId, 1 FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = OLD.studentId AND m.date = OLD.date
      AND +m.sectionId IS OLD.sectionId AND +m.period IS OLD.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1) WHERE sectionId IS NULL AND (OLD.studentId, OLD.date, coalesce(OLD.sectionId, ''), coalesce(OLD.period, 0)) <> (NEW.studentId, NEW.date, coalesce(NEW.sectionId, ''), coalesce(NEW.period, 0))
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
  INSERT INTO attendance_hour_count (date, codeId, marks) SELECT OLD.date, codeId, 1 FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = OLD.studentId AND m.date = OLD.date
      AND +m.sectionId IS OLD.sectionId AND +m.period IS OLD.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1) WHERE sectionId IS NOT NULL AND (OLD.studentId, OLD.date, coalesce(OLD.sectionId, ''), coalesce(OLD.period, 0)) <> (NEW.studentId, NEW.date, coalesce(NEW.sectionId, ''), coalesce(NEW.period, 0))
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
  INSERT INTO attendance_count (date, codeId, marks) SELECT NEW.date, codeId, 1 FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = NEW.studentId AND m.date = NEW.date
      AND +m.sectionId IS NEW.sectionId AND +m.period IS NEW.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1) WHERE sectionId IS NULL
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
  INSERT INTO attendance_hour_count (date, codeId, marks) SELECT NEW.date, codeId, 1 FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = NEW.studentId AND m.date = NEW.date
      AND +m.sectionId IS NEW.sectionId AND +m.period IS NEW.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1) WHERE sectionId IS NOT NULL
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
END;
--> statement-breakpoint
CREATE TRIGGER count_attendance_delete_before BEFORE DELETE ON attendance_mark BEGIN
  UPDATE attendance_count SET marks = marks - 1 WHERE OLD.sectionId IS NULL AND date = OLD.date
    AND codeId = (SELECT codeId FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = OLD.studentId AND m.date = OLD.date
      AND +m.sectionId IS OLD.sectionId AND +m.period IS OLD.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1));
  UPDATE attendance_hour_count SET marks = marks - 1 WHERE OLD.sectionId IS NOT NULL AND date = OLD.date
    AND codeId = (SELECT codeId FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = OLD.studentId AND m.date = OLD.date
      AND +m.sectionId IS OLD.sectionId AND +m.period IS OLD.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1));
END;
--> statement-breakpoint
CREATE TRIGGER count_attendance_delete AFTER DELETE ON attendance_mark BEGIN
  INSERT INTO attendance_count (date, codeId, marks) SELECT OLD.date, codeId, 1 FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = OLD.studentId AND m.date = OLD.date
      AND +m.sectionId IS OLD.sectionId AND +m.period IS OLD.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1) WHERE sectionId IS NULL
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
  INSERT INTO attendance_hour_count (date, codeId, marks) SELECT OLD.date, codeId, 1 FROM (SELECT m.codeId, m.sectionId FROM attendance_mark m WHERE m.studentId = OLD.studentId AND m.date = OLD.date
      AND +m.sectionId IS OLD.sectionId AND +m.period IS OLD.period AND m.deletedAt IS NULL ORDER BY m.source LIMIT 1) WHERE sectionId IS NOT NULL
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
END;
--> statement-breakpoint
DELETE FROM attendance_count;
--> statement-breakpoint
INSERT INTO attendance_count (date, codeId, marks)
  SELECT m.date, m.codeId, count(*) FROM attendance_mark m WHERE m.sectionId IS NULL AND m.deletedAt IS NULL
    AND (m.source = 'office' OR NOT EXISTS (SELECT 1 FROM attendance_mark o WHERE o.studentId = m.studentId AND o.date = m.date
      AND o.sectionId IS m.sectionId AND o.period IS m.period AND o.source = 'office' AND o.deletedAt IS NULL))
  GROUP BY m.date, m.codeId;
--> statement-breakpoint
INSERT INTO attendance_hour_count (date, codeId, marks)
  SELECT m.date, m.codeId, count(*) FROM attendance_mark m WHERE m.sectionId IS NOT NULL AND m.deletedAt IS NULL
    AND (m.source = 'office' OR NOT EXISTS (SELECT 1 FROM attendance_mark o WHERE o.studentId = m.studentId AND o.date = m.date
      AND o.sectionId IS m.sectionId AND o.period IS m.period AND o.source = 'office' AND o.deletedAt IS NULL))
  GROUP BY m.date, m.codeId;

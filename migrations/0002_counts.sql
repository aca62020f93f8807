-- Counts that the home screen's charts read, kept exact by the database itself.
CREATE TRIGGER count_mark_insert AFTER INSERT ON posted_grade WHEN NEW.deletedAt IS NULL BEGIN
  INSERT INTO mark_count (termId, scaleId, value, marks) VALUES (NEW.termId, NEW.scaleId, NEW.value, 1)
    ON CONFLICT (termId, scaleId, value) DO UPDATE SET marks = marks + 1;
END;
--> statement-breakpoint
CREATE TRIGGER count_mark_delete AFTER DELETE ON posted_grade WHEN OLD.deletedAt IS NULL BEGIN
  UPDATE mark_count SET marks = marks - 1 WHERE termId = OLD.termId AND scaleId = OLD.scaleId AND value = OLD.value;
END;
--> statement-breakpoint
CREATE TRIGGER count_mark_update AFTER UPDATE OF termId, scaleId, value, deletedAt ON posted_grade BEGIN
  UPDATE mark_count SET marks = marks - 1 WHERE OLD.deletedAt IS NULL AND termId = OLD.termId AND scaleId = OLD.scaleId AND value = OLD.value;
  INSERT INTO mark_count (termId, scaleId, value, marks) SELECT NEW.termId, NEW.scaleId, NEW.value, 1 WHERE NEW.deletedAt IS NULL
    ON CONFLICT (termId, scaleId, value) DO UPDATE SET marks = marks + 1;
END;
--> statement-breakpoint
CREATE TRIGGER count_attendance_insert AFTER INSERT ON attendance_mark WHEN NEW.deletedAt IS NULL BEGIN
  INSERT INTO attendance_count (date, codeId, marks) VALUES (NEW.date, NEW.codeId, 1)
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
END;
--> statement-breakpoint
CREATE TRIGGER count_attendance_delete AFTER DELETE ON attendance_mark WHEN OLD.deletedAt IS NULL BEGIN
  UPDATE attendance_count SET marks = marks - 1 WHERE date = OLD.date AND codeId = OLD.codeId;
END;
--> statement-breakpoint
CREATE TRIGGER count_attendance_update AFTER UPDATE OF date, codeId, deletedAt ON attendance_mark BEGIN
  UPDATE attendance_count SET marks = marks - 1 WHERE OLD.deletedAt IS NULL AND date = OLD.date AND codeId = OLD.codeId;
  INSERT INTO attendance_count (date, codeId, marks) SELECT NEW.date, NEW.codeId, 1 WHERE NEW.deletedAt IS NULL
    ON CONFLICT (date, codeId) DO UPDATE SET marks = marks + 1;
END;

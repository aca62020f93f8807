-- A posted grade never changes: a correction is a new row, and the old one points to it.
CREATE TRIGGER posted_grade_stays BEFORE UPDATE OF sectionId, termId, studentId, scaleId, value, computed, penalty, isOverride, reason, schemeId, schemeVersion, inputs ON posted_grade
WHEN OLD.value IS NOT NEW.value OR OLD.computed IS NOT NEW.computed OR OLD.penalty IS NOT NEW.penalty OR OLD.isOverride IS NOT NEW.isOverride OR OLD.reason IS NOT NEW.reason
  OR OLD.sectionId IS NOT NEW.sectionId OR OLD.termId IS NOT NEW.termId OR OLD.scaleId IS NOT NEW.scaleId
  OR OLD.schemeId IS NOT NEW.schemeId OR OLD.schemeVersion IS NOT NEW.schemeVersion OR OLD.inputs IS NOT NEW.inputs
BEGIN SELECT RAISE(ABORT, 'a posted grade does not change'); END;
--> statement-breakpoint
-- The counts leave out grades that a correction has replaced.
DROP TRIGGER count_mark_insert;
--> statement-breakpoint
DROP TRIGGER count_mark_delete;
--> statement-breakpoint
DROP TRIGGER count_mark_update;
--> statement-breakpoint
CREATE TRIGGER count_mark_insert AFTER INSERT ON posted_grade WHEN NEW.deletedAt IS NULL AND NEW.replacedById IS NULL BEGIN
  INSERT INTO mark_count (termId, scaleId, value, marks) VALUES (NEW.termId, NEW.scaleId, NEW.value, 1)
    ON CONFLICT (termId, scaleId, value) DO UPDATE SET marks = marks + 1;
END;
--> statement-breakpoint
CREATE TRIGGER count_mark_delete AFTER DELETE ON posted_grade WHEN OLD.deletedAt IS NULL AND OLD.replacedById IS NULL BEGIN
  UPDATE mark_count SET marks = marks - 1 WHERE termId = OLD.termId AND scaleId = OLD.scaleId AND value = OLD.value;
END;
--> statement-breakpoint
CREATE TRIGGER count_mark_update AFTER UPDATE OF termId, scaleId, value, deletedAt, replacedById ON posted_grade BEGIN
  UPDATE mark_count SET marks = marks - 1 WHERE OLD.deletedAt IS NULL AND OLD.replacedById IS NULL AND termId = OLD.termId AND scaleId = OLD.scaleId AND value = OLD.value;
  INSERT INTO mark_count (termId, scaleId, value, marks) SELECT NEW.termId, NEW.scaleId, NEW.value, 1 WHERE NEW.deletedAt IS NULL AND NEW.replacedById IS NULL
    ON CONFLICT (termId, scaleId, value) DO UPDATE SET marks = marks + 1;
END;

CREATE TABLE `department_student` (
	`studentId` text NOT NULL,
	`departmentId` text NOT NULL,
	`yearId` text NOT NULL,
	`lastDay` text NOT NULL,
	PRIMARY KEY(`studentId`, `departmentId`, `yearId`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Kept exact by the database itself, like the counts: a new place is one row more or a later day, anything else works its students out anew.
CREATE TRIGGER department_student_insert AFTER INSERT ON section_enrolment WHEN NEW.deletedAt IS NULL BEGIN
  INSERT INTO department_student (studentId, departmentId, yearId, lastDay)
    SELECT NEW.studentId, c.departmentId, s.yearId, coalesce(NEW.endDate, '9999-12-31') FROM section s JOIN course c ON c.id = s.courseId AND c.deletedAt IS NULL
    WHERE s.id = NEW.sectionId AND s.deletedAt IS NULL AND c.departmentId IS NOT NULL
    ON CONFLICT (studentId, departmentId, yearId) DO UPDATE SET lastDay = max(lastDay, excluded.lastDay);
END;
--> statement-breakpoint
CREATE TRIGGER department_student_update AFTER UPDATE OF studentId, sectionId, endDate, deletedAt ON section_enrolment BEGIN
  DELETE FROM department_student WHERE studentId IN (OLD.studentId, NEW.studentId);
  INSERT INTO department_student (studentId, departmentId, yearId, lastDay)
    SELECT se.studentId, c.departmentId, s.yearId, max(coalesce(se.endDate, '9999-12-31')) FROM section_enrolment se
    JOIN section s ON s.id = se.sectionId AND s.deletedAt IS NULL JOIN course c ON c.id = s.courseId AND c.deletedAt IS NULL
    WHERE se.studentId IN (OLD.studentId, NEW.studentId) AND se.deletedAt IS NULL AND c.departmentId IS NOT NULL GROUP BY se.studentId, c.departmentId, s.yearId;
END;
--> statement-breakpoint
CREATE TRIGGER department_student_delete AFTER DELETE ON section_enrolment BEGIN
  DELETE FROM department_student WHERE studentId IN (OLD.studentId);
  INSERT INTO department_student (studentId, departmentId, yearId, lastDay)
    SELECT se.studentId, c.departmentId, s.yearId, max(coalesce(se.endDate, '9999-12-31')) FROM section_enrolment se
    JOIN section s ON s.id = se.sectionId AND s.deletedAt IS NULL JOIN course c ON c.id = s.courseId AND c.deletedAt IS NULL
    WHERE se.studentId IN (OLD.studentId) AND se.deletedAt IS NULL AND c.departmentId IS NOT NULL GROUP BY se.studentId, c.departmentId, s.yearId;
END;
--> statement-breakpoint
CREATE TRIGGER department_student_section AFTER UPDATE OF courseId, yearId, deletedAt ON section BEGIN
  DELETE FROM department_student WHERE studentId IN (SELECT p.studentId FROM section_enrolment p WHERE p.sectionId = NEW.id);
  INSERT INTO department_student (studentId, departmentId, yearId, lastDay)
    SELECT se.studentId, c.departmentId, s.yearId, max(coalesce(se.endDate, '9999-12-31')) FROM section_enrolment se
    JOIN section s ON s.id = se.sectionId AND s.deletedAt IS NULL JOIN course c ON c.id = s.courseId AND c.deletedAt IS NULL
    WHERE se.studentId IN (SELECT p.studentId FROM section_enrolment p WHERE p.sectionId = NEW.id) AND se.deletedAt IS NULL AND c.departmentId IS NOT NULL GROUP BY se.studentId, c.departmentId, s.yearId;
END;
--> statement-breakpoint
CREATE TRIGGER department_student_course AFTER UPDATE OF departmentId, deletedAt ON course BEGIN
  DELETE FROM department_student WHERE studentId IN (SELECT p.studentId FROM section q JOIN section_enrolment p ON p.sectionId = q.id WHERE q.courseId = NEW.id);
  INSERT INTO department_student (studentId, departmentId, yearId, lastDay)
    SELECT se.studentId, c.departmentId, s.yearId, max(coalesce(se.endDate, '9999-12-31')) FROM section_enrolment se
    JOIN section s ON s.id = se.sectionId AND s.deletedAt IS NULL JOIN course c ON c.id = s.courseId AND c.deletedAt IS NULL
    WHERE se.studentId IN (SELECT p.studentId FROM section q JOIN section_enrolment p ON p.sectionId = q.id WHERE q.courseId = NEW.id) AND se.deletedAt IS NULL AND c.departmentId IS NOT NULL GROUP BY se.studentId, c.departmentId, s.yearId;
END;
--> statement-breakpoint
INSERT INTO department_student (studentId, departmentId, yearId, lastDay)
  SELECT se.studentId, c.departmentId, s.yearId, max(coalesce(se.endDate, '9999-12-31')) FROM section_enrolment se
  JOIN section s ON s.id = se.sectionId AND s.deletedAt IS NULL JOIN course c ON c.id = s.courseId AND c.deletedAt IS NULL
  WHERE 1 AND se.deletedAt IS NULL AND c.departmentId IS NOT NULL GROUP BY se.studentId, c.departmentId, s.yearId;

DROP INDEX `card_name`;--> statement-breakpoint
ALTER TABLE `student_card` ADD `markTermId` text;--> statement-breakpoint
CREATE INDEX `card_name` ON `student_card` (`status`,`sortKey`,`studentId`,`markBands`,`markTermId`);--> statement-breakpoint
DROP INDEX `enrolment_student`;--> statement-breakpoint
CREATE INDEX `enrolment_student` ON `enrolment` (`studentId`,`yearId`,`entryDate`);--> statement-breakpoint
DROP INDEX `meeting_section`;--> statement-breakpoint
CREATE INDEX `meeting_section` ON `meeting` (`sectionId`,`weekday`);
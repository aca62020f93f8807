DROP INDEX `enrolment_student`;--> statement-breakpoint
CREATE INDEX `enrolment_student` ON `enrolment` (`studentId`,`yearId`,`entryDate`);--> statement-breakpoint
DROP INDEX `meeting_section`;--> statement-breakpoint
CREATE INDEX `meeting_section` ON `meeting` (`sectionId`,`weekday`);
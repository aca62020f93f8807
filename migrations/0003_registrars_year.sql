CREATE TABLE `attendance_hour_count` (
	`date` text NOT NULL,
	`codeId` text NOT NULL,
	`marks` integer NOT NULL,
	PRIMARY KEY(`date`, `codeId`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `attendance_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`nameEl` text NOT NULL,
	`nameEn` text NOT NULL,
	`level` text,
	`hours` real NOT NULL,
	`counts` text NOT NULL,
	`validFrom` text NOT NULL,
	`validTo` text,
	`active` integer DEFAULT true NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `contact_log` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`date` text NOT NULL,
	`guardianLinkId` text,
	`outcome` text NOT NULL,
	`note` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guardianLinkId`) REFERENCES `guardian_link`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_log_day` ON `contact_log` (`date`,`studentId`);--> statement-breakpoint
CREATE INDEX `contact_log_student` ON `contact_log` (`studentId`,`date`);--> statement-breakpoint
CREATE TABLE `daily_performance` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`sectionId` text,
	`date` text NOT NULL,
	`categoryId` text NOT NULL,
	`score` real NOT NULL,
	`note` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`categoryId`) REFERENCES `performance_category`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `daily_performance_student` ON `daily_performance` (`studentId`,`date`);--> statement-breakpoint
CREATE INDEX `daily_performance_section` ON `daily_performance` (`sectionId`,`date`);--> statement-breakpoint
CREATE TABLE `follow_up` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`interventionId` text,
	`incidentId` text,
	`date` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`interventionId`) REFERENCES `intervention`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incidentId`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `follow_up_intervention` ON `follow_up` (`interventionId`);--> statement-breakpoint
CREATE INDEX `follow_up_incident` ON `follow_up` (`incidentId`);--> statement-breakpoint
CREATE TABLE `highlight` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`sectionId` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `highlight_student` ON `highlight` (`studentId`,`date`);--> statement-breakpoint
CREATE INDEX `highlight_date` ON `highlight` (`date`);--> statement-breakpoint
CREATE TABLE `incident` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`date` text NOT NULL,
	`time` text,
	`place` text,
	`kind` text NOT NULL,
	`severity` integer NOT NULL,
	`description` text NOT NULL,
	`action` text,
	`status` text NOT NULL,
	`isSafeguarding` integer NOT NULL,
	`closedOn` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `incident_date` ON `incident` (`date`);--> statement-breakpoint
CREATE INDEX `incident_status` ON `incident` (`status`,`date`);--> statement-breakpoint
CREATE TABLE `incident_student` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`incidentId` text NOT NULL,
	`studentId` text NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`incidentId`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `incident_student_incident` ON `incident_student` (`incidentId`);--> statement-breakpoint
CREATE INDEX `incident_student_student` ON `incident_student` (`studentId`);--> statement-breakpoint
CREATE TABLE `intervention` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`incidentId` text,
	`kind` text NOT NULL,
	`goal` text NOT NULL,
	`startDate` text NOT NULL,
	`reviewDate` text,
	`endDate` text,
	`outcome` text,
	`ownerId` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incidentId`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `intervention_student` ON `intervention` (`studentId`,`startDate`);--> statement-breakpoint
CREATE INDEX `intervention_review` ON `intervention` (`reviewDate`);--> statement-breakpoint
CREATE INDEX `intervention_incident` ON `intervention` (`incidentId`);--> statement-breakpoint
CREATE TABLE `performance_category` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`nameEl` text NOT NULL,
	`nameEn` text NOT NULL,
	`min` real NOT NULL,
	`max` real NOT NULL,
	`position` integer NOT NULL,
	`archivedAt` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `document_template` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`kind` text NOT NULL,
	`settings` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `document_template_kind` ON `document_template` (`kind`);--> statement-breakpoint
CREATE TABLE `issued_document` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`serial` text NOT NULL,
	`kind` text NOT NULL,
	`studentId` text,
	`yearId` text,
	`termId` text,
	`language` text NOT NULL,
	`issuedOn` text NOT NULL,
	`fileId` text,
	`batchId` text,
	`payload` text NOT NULL,
	`firstPage` integer DEFAULT 0 NOT NULL,
	`pages` integer DEFAULT 1 NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`replacedById` text,
	`number` integer NOT NULL,
	`series` text NOT NULL,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`yearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`termId`) REFERENCES `term`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fileId`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `issued_document_serial` ON `issued_document` (`serial`);--> statement-breakpoint
CREATE UNIQUE INDEX `issued_document_number` ON `issued_document` (`series`,`number`);--> statement-breakpoint
CREATE INDEX `issued_document_student` ON `issued_document` (`studentId`,`issuedOn`);--> statement-breakpoint
CREATE INDEX `issued_document_batch` ON `issued_document` (`batchId`);--> statement-breakpoint
CREATE INDEX `issued_document_register` ON `issued_document` (`kind`,`status`,`series`,`number`,`studentId`) WHERE "deletedAt" IS NULL;--> statement-breakpoint
CREATE TABLE `rollover_override` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`yearId` text NOT NULL,
	`studentId` text NOT NULL,
	`decision` text NOT NULL,
	`level` text,
	`division` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`yearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `rollover_override_year` ON `rollover_override` (`yearId`,`studentId`);--> statement-breakpoint
CREATE TABLE `rollover_run` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`fromYearId` text NOT NULL,
	`toYearId` text NOT NULL,
	`rules` text NOT NULL,
	`counts` text NOT NULL,
	FOREIGN KEY (`fromYearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`toYearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`fileId` text NOT NULL,
	`title` text NOT NULL,
	`fieldClass` text NOT NULL,
	`note` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fileId`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachment_student` ON `attachment` (`studentId`);--> statement-breakpoint
CREATE INDEX `attachment_file` ON `attachment` (`fileId`);--> statement-breakpoint
CREATE TABLE `consent` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`purpose` text NOT NULL,
	`given` integer NOT NULL,
	`date` text NOT NULL,
	`validUntil` text,
	`guardianLinkId` text,
	`note` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guardianLinkId`) REFERENCES `guardian_link`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `consent_student` ON `consent` (`studentId`,`purpose`);--> statement-breakpoint
CREATE TABLE `custom_field` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`labelEl` text NOT NULL,
	`labelEn` text NOT NULL,
	`type` text NOT NULL,
	`options` text,
	`required` integer NOT NULL,
	`fieldClass` text NOT NULL,
	`position` integer NOT NULL,
	`archivedAt` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `custom_value` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`fieldId` text NOT NULL,
	`studentId` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`fieldId`) REFERENCES `custom_field`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `custom_value_student` ON `custom_value` (`studentId`,`fieldId`);--> statement-breakpoint
CREATE INDEX `custom_value_field` ON `custom_value` (`fieldId`,`value`);--> statement-breakpoint
CREATE TABLE `duplicate_pair` (
	`personA` text NOT NULL,
	`personB` text NOT NULL,
	`kind` text NOT NULL,
	`score` integer NOT NULL,
	`reasons` text NOT NULL,
	`foundAt` integer NOT NULL,
	PRIMARY KEY(`personA`, `personB`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `duplicate_pair_score` ON `duplicate_pair` (`score`);--> statement-breakpoint
CREATE TABLE `health_alert` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`kind` text NOT NULL,
	`severity` text NOT NULL,
	`title` text NOT NULL,
	`instructions` text,
	`startDate` text NOT NULL,
	`endDate` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `health_alert_student` ON `health_alert` (`studentId`);--> statement-breakpoint
CREATE TABLE `household` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`address` text,
	`postalCode` text,
	`city` text,
	`phone` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `household_member` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`householdId` text NOT NULL,
	`personId` text NOT NULL,
	`startDate` text NOT NULL,
	`endDate` text,
	FOREIGN KEY (`householdId`) REFERENCES `household`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `household_member_household` ON `household_member` (`householdId`);--> statement-breakpoint
CREATE INDEX `household_member_person` ON `household_member` (`personId`,`startDate`);--> statement-breakpoint
CREATE TABLE `not_duplicate` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`personA` text NOT NULL,
	`personB` text NOT NULL,
	FOREIGN KEY (`personA`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personB`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `not_duplicate_pair` ON `not_duplicate` (`personA`,`personB`);--> statement-breakpoint
CREATE TABLE `grading_category` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`schemeId` text NOT NULL,
	`nameEl` text NOT NULL,
	`nameEn` text NOT NULL,
	`weight` real NOT NULL,
	`dropLowest` integer NOT NULL,
	`position` integer NOT NULL,
	`originId` text,
	FOREIGN KEY (`schemeId`) REFERENCES `grading_scheme`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `grading_category_scheme` ON `grading_category` (`schemeId`,`position`);--> statement-breakpoint
CREATE TABLE `grading_scheme` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`sectionId` text,
	`courseId` text,
	`version` integer NOT NULL,
	`missingPolicy` text NOT NULL,
	`penaltyPerAbsence` real,
	`penaltyCap` real,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`courseId`) REFERENCES `course`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `grading_scheme_section` ON `grading_scheme` (`sectionId`);--> statement-breakpoint
CREATE INDEX `grading_scheme_course` ON `grading_scheme` (`courseId`);--> statement-breakpoint
CREATE TABLE `transcript_line` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`yearId` text,
	`yearLabel` text NOT NULL,
	`termLabelEl` text,
	`termLabelEn` text,
	`level` text,
	`courseId` text,
	`courseCode` text,
	`titleEl` text NOT NULL,
	`titleEn` text NOT NULL,
	`credits` real,
	`ects` real,
	`hours` real,
	`value` real,
	`gradeEl` text NOT NULL,
	`gradeEn` text NOT NULL,
	`gradePoints` real,
	`passed` integer,
	`scaleId` text,
	`isExternal` integer NOT NULL,
	`schoolName` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`yearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scaleId`) REFERENCES `scale`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `transcript_student` ON `transcript_line` (`studentId`,`yearLabel`);--> statement-breakpoint
CREATE UNIQUE INDEX `transcript_written` ON `transcript_line` (`studentId`,`yearId`,`courseId`) WHERE "deletedAt" IS NULL AND "courseId" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `stay_card` (
	`rowNo` integer PRIMARY KEY NOT NULL,
	`docId` integer NOT NULL,
	`studentId` text NOT NULL,
	`yearId` text NOT NULL,
	`startDate` text NOT NULL,
	`endDate` text NOT NULL,
	`level` text NOT NULL,
	`division` text,
	`sortKey` text NOT NULL,
	`studentNo` text NOT NULL,
	`birthDate` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `stay_card_student` ON `stay_card` (`studentId`,`startDate`);--> statement-breakpoint
CREATE INDEX `stay_card_name` ON `stay_card` (`yearId`,`sortKey`,`studentId`,`startDate`,`endDate`,`level`,`division`,`docId`);--> statement-breakpoint
CREATE INDEX `stay_card_level` ON `stay_card` (`yearId`,`level`,`division`,`sortKey`,`studentId`,`startDate`,`endDate`,`docId`);--> statement-breakpoint
CREATE INDEX `stay_card_number` ON `stay_card` (`yearId`,`studentNo`,`studentId`,`startDate`,`endDate`,`level`,`division`,`docId`);--> statement-breakpoint
CREATE INDEX `stay_card_birth` ON `stay_card` (`yearId`,`birthDate`,`studentId`,`startDate`,`endDate`,`level`,`division`,`docId`);--> statement-breakpoint
CREATE TABLE `enrolment_code` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`labelEl` text NOT NULL,
	`labelEn` text NOT NULL,
	`officialCode` text,
	`position` integer DEFAULT 0 NOT NULL,
	`archivedAt` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolment_code_code` ON `enrolment_code` (`kind`,`code`);--> statement-breakpoint
CREATE TABLE `homeroom` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`yearId` text NOT NULL,
	`level` text NOT NULL,
	`division` text NOT NULL,
	`room` text,
	`capacity` integer,
	`staffId` text,
	FOREIGN KEY (`yearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `homeroom_year` ON `homeroom` (`yearId`,`level`,`division`);--> statement-breakpoint
CREATE TABLE `homeroom_membership` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`enrolmentId` text NOT NULL,
	`yearId` text NOT NULL,
	`level` text NOT NULL,
	`division` text NOT NULL,
	`startDate` text NOT NULL,
	`endDate` text,
	`reason` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolmentId`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`yearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `homeroom_membership_student` ON `homeroom_membership` (`studentId`,`startDate`);--> statement-breakpoint
CREATE INDEX `homeroom_membership_year` ON `homeroom_membership` (`yearId`,`level`,`division`);--> statement-breakpoint
CREATE TABLE `bell_period` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`number` integer NOT NULL,
	`startTime` text NOT NULL,
	`endTime` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `bell_period_number` ON `bell_period` (`number`);--> statement-breakpoint
CREATE TABLE `calendar_day` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`orgId` text NOT NULL,
	`date` text NOT NULL,
	`isSchoolDay` integer NOT NULL,
	`minutes` integer,
	`labelEl` text,
	`labelEn` text,
	FOREIGN KEY (`orgId`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `calendar_day_date` ON `calendar_day` (`date`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`sectionId` text NOT NULL,
	`weekday` integer NOT NULL,
	`period` integer,
	`startTime` text NOT NULL,
	`endTime` text NOT NULL,
	`room` text,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `meeting_section` ON `meeting` (`sectionId`);--> statement-breakpoint
CREATE INDEX `meeting_weekday` ON `meeting` (`weekday`,`startTime`);--> statement-breakpoint
CREATE TABLE `section_term` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`sectionId` text NOT NULL,
	`termId` text NOT NULL,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`termId`) REFERENCES `term`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `section_term_section` ON `section_term` (`sectionId`);--> statement-breakpoint
CREATE TABLE `staff_assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`staffId` text NOT NULL,
	`departmentId` text NOT NULL,
	`role` text NOT NULL,
	`startDate` text NOT NULL,
	`endDate` text,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `staff_assignment_staff` ON `staff_assignment` (`staffId`);--> statement-breakpoint
CREATE INDEX `staff_assignment_department` ON `staff_assignment` (`departmentId`);--> statement-breakpoint
DROP INDEX `card_name`;--> statement-breakpoint
ALTER TABLE `student_card` ADD `names` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `card_name` ON `student_card` (`status`,`sortKey`,`studentId`,`markBands`);--> statement-breakpoint
DROP INDEX `section_year`;--> statement-breakpoint
CREATE INDEX `section_year` ON `section` (`yearId`,`level`,`division`);--> statement-breakpoint
DROP INDEX `attendance_submission_day`;--> statement-breakpoint
ALTER TABLE `attendance_submission` ADD `sectionId` text REFERENCES section(id);--> statement-breakpoint
ALTER TABLE `attendance_submission` ADD `period` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_submission_section` ON `attendance_submission` (`sectionId`,`date`,`period`) WHERE "sectionId" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_submission_day` ON `attendance_submission` (`date`,`level`,`division`) WHERE "sectionId" IS NULL;--> statement-breakpoint
DROP INDEX `posted_grade_term`;--> statement-breakpoint
ALTER TABLE `posted_grade` ADD `computed` real;--> statement-breakpoint
ALTER TABLE `posted_grade` ADD `penalty` real;--> statement-breakpoint
ALTER TABLE `posted_grade` ADD `isOverride` integer;--> statement-breakpoint
ALTER TABLE `posted_grade` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `posted_grade` ADD `schemeId` text REFERENCES grading_scheme(id);--> statement-breakpoint
ALTER TABLE `posted_grade` ADD `schemeVersion` integer;--> statement-breakpoint
ALTER TABLE `posted_grade` ADD `inputs` text;--> statement-breakpoint
ALTER TABLE `posted_grade` ADD `replacedById` text;--> statement-breakpoint
CREATE INDEX `posted_grade_section` ON `posted_grade` (`sectionId`,`termId`);--> statement-breakpoint
CREATE INDEX `posted_grade_scheme` ON `posted_grade` (`schemeId`) WHERE "schemeId" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `posted_grade_term` ON `posted_grade` (`termId`,`scaleId`,`value`,`studentId`) WHERE "deletedAt" IS NULL AND "replacedById" IS NULL;--> statement-breakpoint
ALTER TABLE `contact_point` ADD `startDate` text;--> statement-breakpoint
ALTER TABLE `contact_point` ADD `endDate` text;--> statement-breakpoint
CREATE INDEX `contact_address` ON `contact_point` (`value`) WHERE "kind" = 'address' AND "deletedAt" IS NULL AND "endDate" IS NULL;--> statement-breakpoint
ALTER TABLE `enrolment` ADD `previousSchool` text;--> statement-breakpoint
ALTER TABLE `guardian_link` ADD `noContactNote` text;--> statement-breakpoint
ALTER TABLE `guardian_link` ADD `noContactUntil` text;--> statement-breakpoint
ALTER TABLE `attendance_code` ADD `officialCode` text;--> statement-breakpoint
ALTER TABLE `attendance_code` ADD `position` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `attendance_code` ADD `archivedAt` integer;--> statement-breakpoint
ALTER TABLE `course` ADD `ects` real;--> statement-breakpoint
ALTER TABLE `course` ADD `level` text;--> statement-breakpoint
ALTER TABLE `course` ADD `scaleId` text REFERENCES scale(id);--> statement-breakpoint
ALTER TABLE `course` ADD `archivedAt` integer;--> statement-breakpoint
ALTER TABLE `scale` ADD `validFrom` text;--> statement-breakpoint
ALTER TABLE `scale` ADD `validTo` text;--> statement-breakpoint
ALTER TABLE `scale` ADD `replacedById` text;--> statement-breakpoint
ALTER TABLE `term` ADD `postingOpens` text;--> statement-breakpoint
ALTER TABLE `term` ADD `postingCloses` text;--> statement-breakpoint
ALTER TABLE `term` ADD `weight` real DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `assessment` ADD `categoryId` text REFERENCES grading_category(id);--> statement-breakpoint
ALTER TABLE `assessment` ADD `description` text;--> statement-breakpoint
ALTER TABLE `assessment` ADD `publishedAt` integer;--> statement-breakpoint
CREATE INDEX `assessment_category` ON `assessment` (`categoryId`);--> statement-breakpoint
ALTER TABLE `attendance_mark` ADD `period` integer;--> statement-breakpoint
ALTER TABLE `attendance_mark` ADD `note` text;--> statement-breakpoint
ALTER TABLE `attendance_mark` ADD `attachmentId` text REFERENCES attachment(id);--> statement-breakpoint
CREATE INDEX `attendance_section` ON `attendance_mark` (`sectionId`,`date`);--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_mark_day` ON `attendance_mark` (`studentId`,`date`,`source`) WHERE "sectionId" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_mark_hour` ON `attendance_mark` (`studentId`,`date`,`sectionId`,`period`,`source`) WHERE "sectionId" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `score` ADD `comment` text;--> statement-breakpoint
ALTER TABLE `score` ADD `attempt` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `archivedAt` integer;--> statement-breakpoint
CREATE INDEX `person_latin` ON `person` ("familyLatin" COLLATE NOCASE);
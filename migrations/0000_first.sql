CREATE TABLE `change_set` (
	`id` integer PRIMARY KEY NOT NULL,
	`uid` text NOT NULL,
	`at` integer NOT NULL,
	`actorId` text,
	`device` text NOT NULL,
	`procedure` text NOT NULL,
	`reason` text,
	`undoes` integer,
	`undoneBy` integer,
	`rows` integer NOT NULL,
	`entities` text NOT NULL,
	`previousHash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `change_set_actor` ON `change_set` (`actorId`,`id`);--> statement-breakpoint
CREATE INDEX `change_set_at` ON `change_set` (`at`);--> statement-breakpoint
CREATE TABLE `file_content` (
	`hash` text PRIMARY KEY NOT NULL,
	`data` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `role_grant` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`userId` text NOT NULL,
	`role` text NOT NULL,
	`scope` text NOT NULL,
	`orgId` text,
	`startDate` text,
	`endDate` text,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `grant_user` ON `role_grant` (`userId`);--> statement-breakpoint
CREATE TABLE `import_job` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`fileId` text NOT NULL,
	`state` text NOT NULL,
	`source` text,
	`mapping` text,
	`counts` text,
	`header` text,
	`sample` text,
	`failure` text,
	`committedAs` integer,
	`undoneBy` integer,
	FOREIGN KEY (`fileId`) REFERENCES `stored_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`procedure` text NOT NULL,
	`state` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`result` text,
	`error` text,
	`startedAt` integer NOT NULL,
	`endedAt` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `job_user` ON `job` (`userId`,`startedAt`);--> statement-breakpoint
CREATE TABLE `recent_record` (
	`userId` text NOT NULL,
	`studentId` text NOT NULL,
	`openedAt` integer NOT NULL,
	PRIMARY KEY(`userId`, `studentId`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `recent_user` ON `recent_record` (`userId`,`openedAt`);--> statement-breakpoint
CREATE TABLE `row_change` (
	`id` integer PRIMARY KEY NOT NULL,
	`changeSetId` integer NOT NULL,
	`entity` text NOT NULL,
	`rowId` text NOT NULL,
	`action` text NOT NULL,
	`before` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `row_change_set` ON `row_change` (`changeSetId`);--> statement-breakpoint
CREATE INDEX `row_change_row` ON `row_change` (`rowId`,`entity`,`changeSetId`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`userId` text NOT NULL,
	`device` text NOT NULL,
	`createdAt` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`lockedAt` integer,
	`confirmedAt` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`userId`);--> statement-breakpoint
CREATE TABLE `sign_in_attempt` (
	`id` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`nextAt` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `stored_file` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`purpose` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `stored_file_hash` ON `stored_file` (`hash`);--> statement-breakpoint
CREATE TABLE `student_card` (
	`docId` integer PRIMARY KEY NOT NULL,
	`studentId` text NOT NULL,
	`sortKey` text NOT NULL,
	`studentNo` text NOT NULL,
	`birthDate` text,
	`level` text,
	`division` text,
	`lastAttendedDate` text,
	`markBands` integer NOT NULL,
	`status` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `card_student` ON `student_card` (`studentId`);--> statement-breakpoint
CREATE INDEX `card_name` ON `student_card` (`status`,`sortKey`,`studentId`);--> statement-breakpoint
CREATE INDEX `card_level` ON `student_card` (`status`,`level`,`division`,`sortKey`,`studentId`);--> statement-breakpoint
CREATE INDEX `card_number` ON `student_card` (`status`,`studentNo`,`studentId`);--> statement-breakpoint
CREATE INDEX `card_birth` ON `student_card` (`status`,`birthDate`,`studentId`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`username` text NOT NULL,
	`usernameKey` text NOT NULL,
	`displayName` text NOT NULL,
	`passwordHash` text NOT NULL,
	`language` text NOT NULL,
	`theme` text NOT NULL,
	`idleMinutes` integer NOT NULL,
	`disabledAt` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_name` ON `user` (`usernameKey`);--> statement-breakpoint
CREATE TABLE `contact_point` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`personId` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_person` ON `contact_point` (`personId`,`kind`);--> statement-breakpoint
CREATE TABLE `enrolment` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`orgId` text NOT NULL,
	`yearId` text NOT NULL,
	`level` text NOT NULL,
	`division` text,
	`entryDate` text NOT NULL,
	`entryCode` text,
	`lastAttendedDate` text,
	`exitCode` text,
	`nextSchool` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`orgId`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`yearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `enrolment_student` ON `enrolment` (`studentId`,`entryDate`);--> statement-breakpoint
CREATE INDEX `enrolment_year` ON `enrolment` (`yearId`,`level`,`division`,`studentId`);--> statement-breakpoint
CREATE TABLE `guardian_link` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`personId` text NOT NULL,
	`relation` text NOT NULL,
	`priority` integer NOT NULL,
	`custody` integer NOT NULL,
	`mayPickUp` integer NOT NULL,
	`noContact` integer NOT NULL,
	`receivesReports` integer NOT NULL,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `guardian_student` ON `guardian_link` (`studentId`,`priority`);--> statement-breakpoint
CREATE INDEX `guardian_person` ON `guardian_link` (`personId`);--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `note_student` ON `note` (`studentId`,`createdAt`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`familyEl` text NOT NULL,
	`givenEl` text NOT NULL,
	`familyLatin` text,
	`givenLatin` text,
	`fatherEl` text,
	`motherEl` text,
	`preferred` text,
	`birthDate` text,
	`sex` text,
	`nationalId` text,
	`sortKey` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_sort` ON `person` (`sortKey`,`id`);--> statement-breakpoint
CREATE INDEX `person_birth` ON `person` (`birthDate`);--> statement-breakpoint
CREATE TABLE `student` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`personId` text NOT NULL,
	`studentNo` text NOT NULL,
	`archivedAt` integer,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `student_person` ON `student` (`personId`);--> statement-breakpoint
CREATE UNIQUE INDEX `student_no` ON `student` (`studentNo`) WHERE "deletedAt" IS NULL;--> statement-breakpoint
CREATE TABLE `academic_year` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`label` text NOT NULL,
	`startDate` text NOT NULL,
	`endDate` text NOT NULL,
	`status` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `year_label` ON `academic_year` (`label`);--> statement-breakpoint
CREATE TABLE `attendance_code` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`code` text NOT NULL,
	`labelEl` text NOT NULL,
	`labelEn` text NOT NULL,
	`presence` text NOT NULL,
	`excused` integer NOT NULL,
	`tardy` integer NOT NULL,
	`fraction` real NOT NULL,
	`countsMembership` integer NOT NULL,
	`penalises` integer NOT NULL,
	`teacherMayUse` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_code_code` ON `attendance_code` (`code`);--> statement-breakpoint
CREATE TABLE `course` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`code` text NOT NULL,
	`nameEl` text NOT NULL,
	`nameEn` text NOT NULL,
	`departmentId` text,
	`credits` real,
	`weeklyHours` integer,
	FOREIGN KEY (`departmentId`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `course_code` ON `course` (`code`);--> statement-breakpoint
CREATE TABLE `org` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`parentId` text,
	`type` text NOT NULL,
	`nameEl` text NOT NULL,
	`nameEn` text NOT NULL,
	`code` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `scale` (
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
	`kind` text NOT NULL,
	`min` real NOT NULL,
	`max` real NOT NULL,
	`step` real NOT NULL,
	`passMark` real NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `scale_band` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`scaleId` text NOT NULL,
	`labelEl` text NOT NULL,
	`labelEn` text NOT NULL,
	`threshold` real NOT NULL,
	`gradePoints` real,
	FOREIGN KEY (`scaleId`) REFERENCES `scale`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `band_scale` ON `scale_band` (`scaleId`,`threshold`);--> statement-breakpoint
CREATE TABLE `section` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`courseId` text NOT NULL,
	`yearId` text NOT NULL,
	`code` text NOT NULL,
	`level` text,
	`division` text,
	`room` text,
	`capacity` integer,
	FOREIGN KEY (`courseId`) REFERENCES `course`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`yearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `section_course` ON `section` (`courseId`,`yearId`);--> statement-breakpoint
CREATE INDEX `section_year` ON `section` (`yearId`);--> statement-breakpoint
CREATE TABLE `setting` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `term` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`yearId` text NOT NULL,
	`parentId` text,
	`type` text NOT NULL,
	`nameEl` text NOT NULL,
	`nameEn` text NOT NULL,
	`startDate` text NOT NULL,
	`endDate` text NOT NULL,
	`lockedAt` integer,
	FOREIGN KEY (`yearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `term_year` ON `term` (`yearId`,`startDate`);--> statement-breakpoint
CREATE TABLE `assessment` (
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
	`title` text NOT NULL,
	`maxScore` real NOT NULL,
	`weight` real NOT NULL,
	`dueDate` text NOT NULL,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`termId`) REFERENCES `term`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `assessment_section` ON `assessment` (`sectionId`,`dueDate`);--> statement-breakpoint
CREATE TABLE `attendance_count` (
	`date` text NOT NULL,
	`codeId` text NOT NULL,
	`marks` integer NOT NULL,
	PRIMARY KEY(`date`, `codeId`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `attendance_mark` (
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
	`sectionId` text,
	`codeId` text NOT NULL,
	`source` text NOT NULL,
	`minutes` integer,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`codeId`) REFERENCES `attendance_code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attendance_day` ON `attendance_mark` (`date`,`codeId`,`studentId`) WHERE "deletedAt" IS NULL;--> statement-breakpoint
CREATE INDEX `attendance_student` ON `attendance_mark` (`studentId`,`date`);--> statement-breakpoint
CREATE TABLE `attendance_submission` (
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
	`division` text,
	`date` text NOT NULL,
	`expected` integer NOT NULL,
	FOREIGN KEY (`yearId`) REFERENCES `academic_year`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attendance_submission_day` ON `attendance_submission` (`date`,`level`,`division`);--> statement-breakpoint
CREATE TABLE `mark_count` (
	`termId` text NOT NULL,
	`scaleId` text NOT NULL,
	`value` real NOT NULL,
	`marks` integer NOT NULL,
	PRIMARY KEY(`termId`, `scaleId`, `value`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `posted_grade` (
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
	`studentId` text NOT NULL,
	`scaleId` text NOT NULL,
	`value` real NOT NULL,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`termId`) REFERENCES `term`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scaleId`) REFERENCES `scale`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `posted_grade_term` ON `posted_grade` (`termId`,`scaleId`,`value`,`studentId`) WHERE "deletedAt" IS NULL;--> statement-breakpoint
CREATE INDEX `posted_grade_student` ON `posted_grade` (`studentId`,`termId`);--> statement-breakpoint
CREATE TABLE `score` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`assessmentId` text NOT NULL,
	`studentId` text NOT NULL,
	`value` real,
	`state` text NOT NULL,
	FOREIGN KEY (`assessmentId`) REFERENCES `assessment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `score_assessment` ON `score` (`assessmentId`,`studentId`);--> statement-breakpoint
CREATE INDEX `score_student` ON `score` (`studentId`);--> statement-breakpoint
CREATE TABLE `section_enrolment` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`sectionId` text NOT NULL,
	`studentId` text NOT NULL,
	`startDate` text NOT NULL,
	`endDate` text,
	`reason` text,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `section_enrolment_section` ON `section_enrolment` (`sectionId`,`studentId`);--> statement-breakpoint
CREATE INDEX `section_enrolment_student` ON `section_enrolment` (`studentId`,`sectionId`);--> statement-breakpoint
CREATE TABLE `section_staff` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`sectionId` text NOT NULL,
	`staffId` text NOT NULL,
	`role` text NOT NULL,
	`startDate` text NOT NULL,
	`endDate` text,
	FOREIGN KEY (`sectionId`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staffId`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `section_staff_staff` ON `section_staff` (`staffId`);--> statement-breakpoint
CREATE INDEX `section_staff_section` ON `section_staff` (`sectionId`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`personId` text NOT NULL,
	`userId` text,
	`departmentId` text,
	`code` text,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`departmentId`) REFERENCES `org`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_person` ON `staff` (`personId`);--> statement-breakpoint
CREATE INDEX `staff_user` ON `staff` (`userId`);
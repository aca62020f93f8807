CREATE TABLE `audit_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`kind` text NOT NULL,
	`detail` text NOT NULL,
	`targetId` text,
	`userId` text,
	`times` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entry_set` ON `audit_entry` (`changeSetId`);--> statement-breakpoint
CREATE INDEX `audit_entry_kind` ON `audit_entry` (`kind`,`changeSetId`);--> statement-breakpoint
CREATE INDEX `audit_entry_user` ON `audit_entry` (`userId`,`kind`,`changeSetId`);--> statement-breakpoint
CREATE INDEX `audit_entry_target` ON `audit_entry` (`targetId`,`changeSetId`);--> statement-breakpoint
CREATE TABLE `chain_check` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`checked` integer NOT NULL,
	`brokenAt` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `role` (
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
	`purpose` text,
	`permissions` text NOT NULL,
	`fieldClasses` text NOT NULL,
	`defaultScope` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `two_factor` (
	`userId` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`confirmedAt` integer,
	`lastStep` integer NOT NULL,
	`codes` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `visibility_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`role` text NOT NULL,
	`viewerOrgId` text,
	`targetOrgId` text NOT NULL,
	`span` text NOT NULL,
	`drafts` integer NOT NULL,
	`reason` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `visibility_rule_role` ON `visibility_rule` (`role`);--> statement-breakpoint
CREATE TABLE `disclosure` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`date` text NOT NULL,
	`recipient` text NOT NULL,
	`purpose` text NOT NULL,
	`basis` text NOT NULL,
	`content` text NOT NULL,
	`note` text,
	`fileId` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `disclosure_date` ON `disclosure` (`date`);--> statement-breakpoint
CREATE TABLE `disclosure_student` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`disclosureId` text NOT NULL,
	`studentId` text NOT NULL,
	FOREIGN KEY (`disclosureId`) REFERENCES `disclosure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `disclosure_student_student` ON `disclosure_student` (`studentId`);--> statement-breakpoint
CREATE INDEX `disclosure_student_disclosure` ON `disclosure_student` (`disclosureId`);--> statement-breakpoint
CREATE TABLE `erasure` (
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
	`reason` text,
	`counts` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `erasure_student` ON `erasure` (`studentId`);--> statement-breakpoint
CREATE TABLE `legal_hold` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`studentId` text NOT NULL,
	`reason` text NOT NULL,
	`startDate` text NOT NULL,
	`endDate` text,
	FOREIGN KEY (`studentId`) REFERENCES `student`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `legal_hold_student` ON `legal_hold` (`studentId`);--> statement-breakpoint
CREATE TABLE `retention_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`kind` text NOT NULL,
	`years` integer NOT NULL,
	`active` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `change_set` ADD `format` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `change_set_procedure` ON `change_set` (`procedure`,`id`);--> statement-breakpoint
ALTER TABLE `row_change` ADD `erased` text;--> statement-breakpoint
ALTER TABLE `session` ADD `preview` text;--> statement-breakpoint
ALTER TABLE `user` ADD `mustChange` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `passwordChangedAt` integer;--> statement-breakpoint
ALTER TABLE `user` ADD `personId` text REFERENCES person(id);--> statement-breakpoint
ALTER TABLE `student` ADD `directoryOptOut` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `homeroom_staff` ON `homeroom` (`staffId`);--> statement-breakpoint
CREATE INDEX `attendance_attachment` ON `attendance_mark` (`attachmentId`) WHERE "attachmentId" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `contact_log_guardian` ON `contact_log` (`guardianLinkId`) WHERE "guardianLinkId" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `consent_guardian` ON `consent` (`guardianLinkId`) WHERE "guardianLinkId" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `issued_document_file` ON `issued_document` (`fileId`);--> statement-breakpoint
CREATE INDEX `row_change_gone` ON `row_change` (`entity`) WHERE "action" = 'D';--> statement-breakpoint
CREATE INDEX `row_change_erased` ON `row_change` (`rowId`,`entity`) WHERE "erased" IS NOT NULL;
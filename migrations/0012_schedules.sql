CREATE TABLE `kept_secret` (
	`id` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `schedule` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`name` text NOT NULL,
	`procedure` text NOT NULL,
	`input` text NOT NULL,
	`timing` text NOT NULL,
	`timeZone` text NOT NULL,
	`target` text NOT NULL,
	`keep` text NOT NULL,
	`language` text NOT NULL,
	`encrypt` integer NOT NULL,
	`runAs` text NOT NULL,
	`active` integer NOT NULL,
	`notify` text,
	FOREIGN KEY (`runAs`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `schedule_run_as` ON `schedule` (`runAs`);--> statement-breakpoint
CREATE TABLE `schedule_run` (
	`id` text PRIMARY KEY NOT NULL,
	`scheduleId` text NOT NULL,
	`startedAt` integer NOT NULL,
	`endedAt` integer,
	`state` text NOT NULL,
	`byUserId` text,
	`rows` integer,
	`folder` text,
	`fileName` text,
	`size` integer,
	`removedAt` integer,
	`failure` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `schedule_run_of` ON `schedule_run` (`scheduleId`,`startedAt`);
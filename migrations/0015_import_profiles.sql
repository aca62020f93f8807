CREATE TABLE `import_profile` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`name` text NOT NULL,
	`nameKey` text NOT NULL,
	`target` text NOT NULL,
	`columns` text NOT NULL,
	`options` text NOT NULL,
	`source` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_profile_name` ON `import_profile` (`nameKey`);--> statement-breakpoint
ALTER TABLE `import_job` ADD `profileId` text;--> statement-breakpoint
ALTER TABLE `import_job` ADD `profileName` text;
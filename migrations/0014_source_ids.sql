CREATE TABLE `source_id` (
	`id` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` text,
	`updatedAt` integer NOT NULL,
	`updatedBy` text,
	`deletedAt` integer,
	`changeSetId` integer NOT NULL,
	`source` text NOT NULL,
	`file` text NOT NULL,
	`sourcedId` text NOT NULL,
	`ownId` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `source_id_source` ON `source_id` (`source`,`file`,`sourcedId`);--> statement-breakpoint
CREATE INDEX `source_id_own` ON `source_id` (`ownId`);
CREATE TABLE `import_written` (
	`importId` text NOT NULL,
	`line` integer NOT NULL,
	`lastChange` integer NOT NULL,
	PRIMARY KEY(`importId`, `line`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `import_job` ADD `undoneLines` text;
DROP INDEX `row_change_set`;--> statement-breakpoint
CREATE INDEX `row_change_set` ON `row_change` (`changeSetId`,`id`,`entity`);
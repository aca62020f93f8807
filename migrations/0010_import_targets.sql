ALTER TABLE `import_job` ADD `target` text DEFAULT 'students' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_job` ADD `late` text;

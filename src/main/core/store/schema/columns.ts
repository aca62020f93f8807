import { integer, text } from 'drizzle-orm/sqlite-core';

/** The columns that every record has. Column names are those of the program (camelCase), so that no query needs aliases. */
export const record = () => ({
  id: text().primaryKey(),
  rev: integer().notNull(),
  createdAt: integer().notNull(),
  createdBy: text(),
  updatedAt: integer().notNull(),
  updatedBy: text(),
  deletedAt: integer(),
  changeSetId: integer().notNull(),
});

/** Columns that the store keeps by itself; the journal does not count them as a change. */
export const keptByStore: readonly string[] = ['id', 'rev', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'changeSetId'];

export const flag = () => integer({ mode: 'boolean' });

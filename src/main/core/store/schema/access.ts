import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { flag, record } from './columns.ts';
import { person } from './people.ts';

/** Somebody who may sign in. `usernameKey` is the folded name, so that case and accents do not matter. `personId`: who they are, for what is their own. */
export const user = sqliteTable('user', {
  ...record(),
  username: text().notNull(), usernameKey: text().notNull(), displayName: text().notNull(), passwordHash: text().notNull(),
  language: text({ enum: ['el', 'en'] }).notNull(), theme: text({ enum: ['light', 'dark', 'system'] }).notNull(), idleMinutes: integer().notNull(),
  disabledAt: integer(),
  /** The next thing this person does is to choose a password of their own. */
  mustChange: flag().notNull().default(false),
  passwordChangedAt: integer(),
  personId: text().references(() => person.id),
}, (t) => [uniqueIndex('user_name').on(t.usernameKey)]);

/** A role of the school's own. `permissions` and `fieldClasses`: JSON arrays. The built-in roles are in the contract. */
export const role = sqliteTable('role', {
  ...record(),
  nameEl: text().notNull(), nameEn: text().notNull(), purpose: text(),
  permissions: text().notNull(), fieldClasses: text().notNull(),
  defaultScope: text({ enum: ['school', 'department', 'sections', 'homeroom', 'self'] }).notNull(),
});

/** Gives a user a role within a scope. `role`: the name of a built-in role or the id of one of the school's own. */
export const grant = sqliteTable('role_grant', {
  ...record(),
  userId: text().notNull().references(() => user.id),
  role: text().notNull(),
  scope: text({ enum: ['school', 'department', 'sections', 'homeroom', 'self'] }).notNull(), orgId: text(),
  startDate: text(), endDate: text(),
}, (t) => [index('grant_user').on(t.userId)]);

/**
 * Holders of a role in a department (`viewerOrgId`; null: in any) see the students of another, those who have been there within `span`;
 * `drafts`: their grades before they are published as well.
 */
export const visibilityRule = sqliteTable('visibility_rule', {
  ...record(),
  role: text().notNull(), viewerOrgId: text(), targetOrgId: text().notNull(),
  span: text({ enum: ['now', 'term', 'year', 'always'] }).notNull(), drafts: flag().notNull(), reason: text(),
}, (t) => [index('visibility_rule_role').on(t.role)]);

/** What is worth knowing besides the rows that a change set touched: who was refused, who read what is sensitive, who came in. */
export const auditEntry = sqliteTable('audit_entry', {
  ...record(),
  kind: text({ enum: ['denied', 'sensitiveRead', 'export', 'signIn', 'signInRefused', 'lockedOut', 'account', 'recovery', 'chainBroken'] }).notNull(),
  /** The error code of a refusal; the field class, or `bulk`, of a read; what happened to an account. */
  detail: text().notNull(),
  /** The record that the call was about, and the account that it concerns. */
  targetId: text(), userId: text(),
  /** How often within the minutes for which one entry stands. */
  times: integer().notNull().default(1),
}, (t) => [index('audit_entry_set').on(t.changeSetId), index('audit_entry_kind').on(t.kind, t.changeSetId), index('audit_entry_user').on(t.userId, t.kind, t.changeSetId), index('audit_entry_target').on(t.targetId, t.changeSetId)]);

/* Below: what the journal does not follow. */

/** `id` is the SHA-256 of the token: a stolen database opens no session. `preview`: JSON of the role or person as whom the program is looked at. */
export const session = sqliteTable('session', {
  id: text().primaryKey(), userId: text().notNull(), device: text().notNull(),
  createdAt: integer().notNull(), expiresAt: integer().notNull(), lockedAt: integer(), confirmedAt: integer(), preview: text(),
}, (t) => [index('session_user').on(t.userId)]);

/** Wrong passwords by hashed user name, known or not, so that a refusal does not tell who exists. */
export const signInAttempt = sqliteTable('sign_in_attempt', { id: text().primaryKey(), failures: integer().notNull(), nextAt: integer().notNull() });

/** The second factor of an account. Outside the journal, so that no before-image keeps the secret. `codes`: JSON array of hashed codes for one use each. */
export const twoFactor = sqliteTable('two_factor', {
  userId: text().primaryKey(), secret: text().notNull(), confirmedAt: integer(), lastStep: integer().notNull(), codes: text().notNull(),
});

/** When the chain of the journal was last recomputed, and what came of it. */
export const chainCheck = sqliteTable('chain_check', { id: integer().primaryKey(), at: integer().notNull(), checked: integer().notNull(), brokenAt: integer() });

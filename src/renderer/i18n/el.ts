import accounts from './el/accounts.json';
import attendance from './el/attendance.json';
import academics from './el/academics.json';
import audit from './el/audit.json';
import common from './el/common.json';
import enrolment from './el/enrolment.json';
import duplicates from './el/duplicates.json';
import documents from './el/documents.json';
import conduct from './el/conduct.json';
import entities from './el/entities.json';
import errors from './el/errors.json';
import exchange from './el/exchange.json';
import exporting from './el/export.json';
import family from './el/family.json';
import fields from './el/fields.json';
import grading from './el/grading.json';
import grid from './el/grid.json';
import history from './el/history.json';
import home from './el/home.json';
import oneRoster from './el/oneroster.json';
import people from './el/people.json';
import privacy from './el/privacy.json';
import procedures from './el/procedures.json';
import results from './el/results.json';
import roles from './el/roles.json';
import oneroster from './el/oneroster.json';
import rollover from './el/rollover.json';
import schedules from './el/schedules.json';
import session from './el/session.json';
import settings from './el/settings.json';
import setup from './el/setup.json';
import shell from './el/shell.json';

import type { en } from './en.ts';

/** The same shape with any text: a key that is missing in Greek does not compile. */
type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The Greek texts. */
export const el: Texts<typeof en> = {
  common, enrolment, entities, errors, exchange, fields, grid, history, home, people, privacy, procedures, session, settings, setup, shell,
  duplicates, family, export: exporting, oneRoster,
  grading,
  attendance,
  documents,
  results,
  conduct, rollover, oneroster,
  schedules,
  academics, accounts, audit, roles,
};

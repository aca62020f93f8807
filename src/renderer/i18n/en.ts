import accounts from './en/accounts.json';
import attendance from './en/attendance.json';
import academics from './en/academics.json';
import audit from './en/audit.json';
import common from './en/common.json';
import enrolment from './en/enrolment.json';
import duplicates from './en/duplicates.json';
import documents from './en/documents.json';
import conduct from './en/conduct.json';
import entities from './en/entities.json';
import errors from './en/errors.json';
import exchange from './en/exchange.json';
import exporting from './en/export.json';
import family from './en/family.json';
import fields from './en/fields.json';
import grading from './en/grading.json';
import grid from './en/grid.json';
import history from './en/history.json';
import home from './en/home.json';
import oneRoster from './en/oneroster.json';
import people from './en/people.json';
import privacy from './en/privacy.json';
import procedures from './en/procedures.json';
import results from './en/results.json';
import roles from './en/roles.json';
import oneroster from './en/oneroster.json';
import rollover from './en/rollover.json';
import schedules from './en/schedules.json';
import session from './en/session.json';
import settings from './en/settings.json';
import setup from './en/setup.json';
import shell from './en/shell.json';

/** The English texts; their keys are the ones that the program may use. */
export const en = {
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

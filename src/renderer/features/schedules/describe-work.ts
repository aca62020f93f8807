import type { TFunction } from 'i18next';
import { exportTable } from '#contract/export-tables.ts';
import type { Work } from '#contract/schedulable.ts';
import { readLanguage } from '../../i18n/index.ts';

/** What is exported, in a word: the list's name, or the bundle's. */
export const describeWork = (t: TFunction<'schedules'>, work: Work): string => (work.procedure === 'exports.table' ? exportTable(work.input.list.table)[readLanguage()] : t('work.exports.oneRoster'));

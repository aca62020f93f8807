import type { TFunction } from 'i18next';
import { incidentKinds, incidentStatuses, highlightKinds, interventionKinds } from '#contract/conduct.ts';
import { issuedKinds, issuedStatuses } from '#contract/documents.ts';
import { studentStatuses } from '#contract/people.ts';
import { resultFilters } from '#contract/results.ts';
import { scheduledList, type ScheduledList, type ScheduledTableName } from '#contract/scheduled-lists.ts';

export type Words = TFunction<['schedules', 'common', 'conduct', 'documents', 'accounts', 'results']>;

/** One of some values; `none` is what null is called, where null may be chosen. `path`: its place in the list. */
export interface ChoiceFilter<V extends string = string> { kind: 'choice'; path: string; values: readonly V[]; label: (t: Words) => string; word: (t: Words, value: V) => string; none?: (t: Words) => string }
/** A level, with one of its divisions or without. `at`: where in the list both stand; `needed`: which of them have to be chosen. */
export interface ClassFilter { kind: 'class'; at: string; hasDivision: boolean; needed: readonly ('level' | 'division')[] }
/** The days that the list is of; `needed`: they cannot be all days. */
export interface DaysFilter { kind: 'days'; needed: boolean }
export type Filter = ChoiceFilter | ClassFilter | DaysFilter;

/** What the form asks of a list: what it begins with, and by what it can be narrowed. */
export interface ListForm { start: ScheduledList; filters: readonly Filter[] }

/** A choice whose words are typed by its values. */
function choice<const V extends string>(path: string, values: readonly V[], label: ChoiceFilter['label'], word: (t: Words, value: V) => string, none?: ChoiceFilter['none']): ChoiceFilter {
  const isOurs = (value: string): value is V => values.some((each) => each === value);
  return { kind: 'choice', path, values, label, word: (t, value) => (isOurs(value) ? word(t, value) : value), ...(none && { none }) };
}
const ofClass = (at: string, more: Partial<ClassFilter> = {}): ClassFilter => ({ kind: 'class', at, hasDivision: true, needed: [], ...more });
const start = (list: { table: ScheduledTableName } & Record<string, unknown>): ScheduledList => scheduledList.parse(list);

const kindOf = (t: Words) => t('conduct:kind');
const anyKind = (t: Words) => t('conduct:anyKind');
const studentStatus = choice('filter.status', [...studentStatuses, 'all'], (t) => t('form.status'), (t, value) => (value === 'all' ? t('form.allStatuses') : t(`common:status.${value}`)));
const term = choice('termId', ['latest'], (t) => t('results:choice.term'), (t) => t('form.latestTerm'), (t) => t('results:choice.wholeYear'));
const only = choice('only', resultFilters, (t) => t('form.only'), (t, value) => t(`form.onlyOf.${value}`));

/** The form of each list. One that has none does not compile. */
export const listForms: Readonly<Record<ScheduledTableName, ListForm>> = {
  students: { start: start({ table: 'students' }), filters: [studentStatus, ofClass('filter')] },
  guardians: { start: start({ table: 'guardians' }), filters: [studentStatus, ofClass('filter')] },
  staff: { start: start({ table: 'staff' }), filters: [] },
  courses: { start: start({ table: 'courses' }), filters: [ofClass('', { hasDivision: false })] },
  sections: { start: start({ table: 'sections' }), filters: [ofClass('filter')] },
  homerooms: { start: start({ table: 'homerooms' }), filters: [] },
  attendance: {
    start: { table: 'attendance', days: 'lastWeek', from: null, to: null, target: { kind: 'division', level: '', division: '' } },
    filters: [ofClass('target', { needed: ['level', 'division'] }), { kind: 'days', needed: true }],
  },
  results: { start: start({ table: 'results', termId: 'latest' }), filters: [ofClass('', { hasDivision: false }), term, only] },
  classResults: {
    start: { table: 'classResults', yearId: null, termId: 'latest', level: '', division: null, only: 'all' }, filters: [ofClass('', { needed: ['level'] }), term, only],
  },
  missingGrades: { start: start({ table: 'missingGrades' }), filters: [] },
  incidents: {
    start: start({ table: 'incidents' }),
    filters: [
      choice('status', ['unsettled', 'overdue', ...incidentStatuses, 'all'], (t) => t('conduct:status'), (t, value) => t(`conduct:incident.statusFilter.${value}`)),
      choice('kind', incidentKinds, kindOf, (t, value) => t(`conduct:incident.kind.${value}`), anyKind), { kind: 'days', needed: false },
    ],
  },
  interventions: {
    start: start({ table: 'interventions' }),
    filters: [
      choice('state', ['active', 'due', 'ended', 'all'], (t) => t('conduct:status'), (t, value) => t(`conduct:intervention.stateFilter.${value}`)),
      choice('kind', interventionKinds, kindOf, (t, value) => t(`conduct:intervention.kind.${value}`), anyKind),
    ],
  },
  highlights: {
    start: start({ table: 'highlights', days: 'last7Days' }),
    filters: [choice('kind', highlightKinds, kindOf, (t, value) => t(`conduct:highlight.kind.${value}`), anyKind), { kind: 'days', needed: false }],
  },
  documents: {
    start: start({ table: 'documents' }),
    filters: [
      choice('kind', issuedKinds, (t) => t('documents:column.kind'), (t, value) => t(`documents:kind.${value}`), (t) => t('documents:register.anyKind')),
      choice('status', issuedStatuses, (t) => t('documents:column.status'), (t, value) => t(`documents:status.${value}`), (t) => t('documents:register.anyStatus')),
    ],
  },
  accounts: {
    start: start({ table: 'accounts' }), filters: [choice('state', ['active', 'disabled', 'all'], (t) => t('accounts:filters.state'), (t, value) => t(`accounts:filters.${value}`))],
  },
};

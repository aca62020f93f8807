import { isScheduledTable, type ScheduledList } from '#contract/scheduled-lists.ts';
import { listForms, type ListForm } from './list-forms.ts';

/** The form of a list; null for one that was not set here and cannot be shown: it stays as it is. */
export function formOfList(list: ScheduledList): ListForm | null {
  if (list.table === 'attendance' && list.target.kind === 'section') return null;
  return isScheduledTable(list.table) ? listForms[list.table] : null;
}

/** Where a part of the list stands in the dialog's form. */
export const pathOf = (...parts: readonly string[]): string => ['schedule.work.input.list', ...parts].filter((part) => part !== '').join('.');

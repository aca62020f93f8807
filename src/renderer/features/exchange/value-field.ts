import type { ImportField } from '#contract/import-targets.ts';

const called: Partial<Record<ImportField, string>> = { guardianRelation: 'relation', documentClass: 'fieldClass' };

/** The field of the records whose words a field of an import has. */
export const valueField = (field: ImportField): string => called[field] ?? field;

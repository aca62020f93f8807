import { useMemo } from 'react';
import { useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { useValueWords } from './use-value-words.ts';
import type { ValueWords } from './write-value.ts';

/** The words with which changes of any record are written: those of values, and the names of roles and departments that cells refer to. */
export function useChangeWords(): ValueWords {
  const words = useValueWords();
  const format = useFormat();
  const may = useMay();
  const roles = useQueryOf('roles.list', {}, { enabled: may('roles:view') });
  const departments = useQueryOf('departments.list', {}, { enabled: may('structure:view') });
  const names = useMemo(() => new Map([
    ...(roles.data?.roles ?? []).map(({ key, nameEl, nameEn }) => [key, pickName(format, nameEl, nameEn)] as const),
    ...(departments.data?.departments ?? []).map(({ id, nameEl, nameEn }) => [id, pickName(format, nameEl, nameEn)] as const),
  ]), [roles.data, departments.data, format]);
  return { ...words, names };
}

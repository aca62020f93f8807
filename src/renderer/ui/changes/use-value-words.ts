import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import type { ValueWords } from './write-value.ts';

/** The words and names with which values of the journal are written. */
export function useValueWords(): ValueWords {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const facets = useQueryOf('students.facets', {}, { enabled: may('students:view') });
  const years = useMemo(() => new Map(facets.data?.years.map(({ id, label }) => [id, label])), [facets.data]);
  return { t, format, years };
}

import { Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import type { ListFilter } from './use-list-filter.ts';

/** What a chart has narrowed the list to, each with a way to drop it. */
export function FilterChips({ list }: { list: ListFilter }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const may = useMay();
  const { markBand, absentInWeek } = list.filter;
  const marks = useQueryOf('insight.marksByBand', {}, { enabled: markBand !== null && may('insight:view') });
  const band = marks.data?.bands.find(({ id }) => id === markBand);
  return (
    <>
      {markBand !== null && (
        <Chip remove={t('filter.dropBand')} onRemove={() => list.narrow({ markBand: null })}
          label={band ? t('filter.band', { band: pickName(format, band.labelEl, band.labelEn) }) : t('filter.someBand')} />
      )}
      {absentInWeek !== null && (
        <Chip remove={t('filter.dropWeek')} onRemove={() => list.narrow({ absentInWeek: null })} label={t('filter.week', { monday: format.date(absentInWeek) })} />
      )}
    </>
  );
}

function Chip({ label, remove, onRemove }: { label: string; remove: string; onRemove: () => void }) {
  return (
    <Pill size="lg" withRemoveButton onRemove={onRemove} removeButtonProps={{ 'aria-label': remove, 'aria-hidden': undefined, tabIndex: 0 }}>{label}</Pill>
  );
}

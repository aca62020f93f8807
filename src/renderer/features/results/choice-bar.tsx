import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pickName, useFormat } from '../../i18n/format.ts';
import type { Choice } from './use-choice.ts';

export interface ChoiceBarProps {
  choice: Choice;
  /** Which of the choices a tab offers; `school`: the level may be left open. */
  offers: readonly ('term' | 'level' | 'division' | 'school')[];
}

/** Year, term, level and class division. */
export function ChoiceBar({ choice, offers }: ChoiceBarProps) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const { year, go } = choice;
  const terms = (year?.terms ?? []).map(({ id, nameEl, nameEn, depth, posted }) => {
    const name = `${' '.repeat(depth * 2)}${pickName(format, nameEl, nameEn)}`;
    return { value: id, label: posted ? name : t('choice.notPosted', { name }) };
  });
  const levels = choice.levels.map((level) => ({ value: level, label: level }));
  return (
    <Group gap="xs" mb="md" role="group" aria-label={t('choice.label')} className="no-print">
      <Select label={t('choice.year')} w={120} allowDeselect={false} value={year?.id ?? null} data={choice.years.map(({ id, label }) => ({ value: id, label }))}
        onChange={(value) => go({ year: value ?? undefined, term: undefined })} />
      {offers.includes('term') && (
        <Select label={t('choice.term')} w={220} allowDeselect={false} value={choice.term} data={[...terms, { value: 'year', label: t('choice.wholeYear') }]}
          onChange={(value) => go({ term: value ?? undefined })} />
      )}
      {offers.includes('level') && (
        <Select label={t('choice.level')} w={160} allowDeselect={false} value={offers.includes('school') ? choice.chosenLevel ?? '' : choice.level}
          data={offers.includes('school') ? [{ value: '', label: t('choice.allLevels') }, ...levels] : levels}
          onChange={(value) => go({ level: value ?? undefined, division: undefined })} />
      )}
      {offers.includes('division') && choice.chosenLevel !== null && (
        <Select label={t('choice.division')} w={140} allowDeselect={false} searchable value={choice.division ?? ''}
          data={choice.divisions.map((division) => ({ value: division ?? '', label: division ?? t('choice.noDivision') }))}
          onChange={(value) => go({ division: value || undefined, level: choice.level ?? undefined })} />
      )}
    </Group>
  );
}

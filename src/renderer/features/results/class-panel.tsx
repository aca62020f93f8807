import { Button, Group, Text } from '@mantine/core';
import { IconPrinter, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { printPage } from '../../platform/system.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { EmptyState, LoadState } from '../../ui/index.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { ClassTable, type ClassResults } from './class-table.tsx';
import { FilterChoice, type Filter } from './filter-choice.tsx';
import { isShown } from './rules-view.ts';
import type { Choice } from './use-choice.ts';

/** The grades of a class division: students by courses, with what they come to. */
export function ClassPanel({ choice }: { choice: Choice }) {
  const { year, termId, level, division } = choice;
  const query = useQueryOf('results.division', { yearId: year?.id ?? '', termId, level: level ?? '', division }, { enabled: year !== undefined && level !== null, keep: true });
  return (
    <>
      <ChoiceBar choice={choice} offers={['term', 'level', 'division']} />
      <LoadState query={query} lines={14}>{(results) => <ClassView choice={choice} results={results} />}</LoadState>
    </>
  );
}

function ClassView({ choice, results }: { choice: Choice; results: ClassResults }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>('all');
  const term = choice.year?.terms.find(({ id }) => id === choice.termId);
  const termName = term ? pickName(format, term.nameEl, term.nameEn) : t('choice.wholeYear');
  const title = t('gradesOf', { class: [choice.division ?? choice.level, termName, choice.year?.label].filter(Boolean).join(', ') });
  const rows = results.rows.filter(({ summary }) => isShown(filter, summary));
  if (results.rows.length === 0) return <EmptyState icon={<IconUsers />} title={t('none.title')} text={t('none.text')} />;
  return (
    <>
      <Group justify="space-between" mb="xs" gap="xs">
        <FilterChoice value={filter} onChange={setFilter} counts={results.counts} isRanked={results.isRanked} />
        <Group gap="xs" className="no-print">
          <ExportButton list={choice.year && choice.level !== null ? { table: 'classResults', yearId: choice.year.id, termId: choice.termId, level: choice.level, division: choice.division, only: filter } : null} />
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPage}>{t('print')}</Button>
        </Group>
      </Group>
      <Text className="print-only" fw={600} mb="xs">{title}</Text>
      {rows.length === 0
        ? <EmptyState icon={<IconUsers />} title={t('none.filter')} text={t('none.filterText')}><Button variant="default" onClick={() => setFilter('all')}>{t('none.clear')}</Button></EmptyState>
        : <ClassTable title={title} results={{ ...results, rows }} isYear={choice.termId === null} />}
      <Text size="xs" c="dimmed" mt={6}>{t('postedOnly')}{!results.isRanked && ` ${t('scopeNote')}`}</Text>
    </>
  );
}

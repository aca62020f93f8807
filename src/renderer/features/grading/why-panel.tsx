import { Drawer, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Explanation, Gradebook } from '#contract/grading-parts.ts';
import { useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { LoadState } from '../../ui/index.ts';
import { writeCell } from './grid/rules-cell.ts';
import { useLetters } from './grid/use-letters.ts';
import { writeGrade, writeName } from './write-grade.ts';

type Term = Gradebook['terms'][number];
export interface WhyPanelProps { sectionId: string; term: Term; student: Gradebook['students'][number]; onClose: () => void }

/** Why a number is what it is: every item, what became of it, the weights that were left, and the sum. */
export function WhyPanel({ sectionId, term, student, onClose }: WhyPanelProps) {
  const { t } = useTranslation(['grading', 'common']);
  const format = useFormat();
  const query = useQueryOf('gradebook.why', { sectionId, termId: term.id, studentId: student.id });
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={t('why.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <Text size="lg" fw={600} mb="sm">{t('why.of', { name: writeName(format, student), term: pickName(format, term.nameEl, term.nameEn) })}</Text>
      <LoadState query={query}>{(answer) => <Reasons answer={answer} />}</LoadState>
    </Drawer>
  );
}

function Reasons({ answer }: { answer: Explanation }) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const { result, scale, scheme, categories, parts } = answer;
  const rows = [...categories, ...parts];
  const graded = rows.filter(({ share }) => share !== null);
  return (
    <Stack>
      <div>
        {result.percent === null || result.value === null ? <Text>{t('why.noData')}</Text> : (
          <>
            <Text fw={600}>{t('why.sum')}: {writeGrade(format, scale, result.value)}</Text>
            <Text size="sm">{t('why.percent', { percent: format.percent(result.percent), value: writeGrade(format, scale, result.value), min: scale.min, max: scale.max })} {t('why.covered', { share: format.percent(result.covered) })}</Text>
            {graded.length > 1 && (
              <Text size="sm" mt={4}>{t('why.total', { sum: graded.map(({ share, percent }) => `${format.percent(share ?? 0)} × ${format.percent(percent ?? 0)}`).join(' + '), percent: format.percent(result.percent) })}</Text>
            )}
          </>
        )}
      </div>
      {categories.map((category) => <CategoryReasons key={category.id ?? 'none'} category={category} single={scheme.categories.length === 0} />)}
      {parts.length > 0 && (
        <Table aria-label={t('why.parts')}>
          <Table.Tbody>
            {parts.map((part) => (
              <Table.Tr key={part.termId}>
                <Table.Th scope="row">{pickName(format, part.nameEl, part.nameEn)}</Table.Th>
                <Table.Td>{part.value === null ? t('empty') : writeGrade(format, scale, part.value)}</Table.Td>
                <Table.Td>{part.share === null ? t('why.noWeights', { weight: format.number(part.weight) }) : t('why.weights', { weight: format.number(part.weight), share: format.percent(part.share) })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="xs" c="dimmed">
        {scheme.level !== 'none' && `${t('why.scheme', { level: t(`why.level.${scheme.level}`), version: scheme.version })}. `}
        {parts.length === 0 && `${t(scheme.missingPolicy === 'zero' ? 'why.missingZero' : 'why.missingDrop')} `}{t('why.rounded')}
      </Text>
    </Stack>
  );
}

function CategoryReasons({ category, single }: { category: Explanation['categories'][number]; single: boolean }) {
  const { t } = useTranslation('grading');
  const format = useFormat();
  const letters = useLetters();
  const name = category.nameEl === null ? t('uncategorised') : pickName(format, category.nameEl, category.nameEn);
  return (
    <section>
      {!single && (
        <>
          <Title order={3}>{name}{category.percent !== null && `: ${format.percent(category.percent)}`}</Title>
          <Text size="sm" c="dimmed" mb={4}>
            {category.share === null ? t('why.noWeights', { weight: format.number(category.weight) }) : t('why.weights', { weight: format.number(category.weight), share: format.percent(category.share) })}
            {category.dropLowest > 0 && `, ${t('why.dropRule', { count: category.dropLowest })}`}
          </Text>
        </>
      )}
      {category.items.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table aria-label={name} verticalSpacing={4}>
            <Table.Thead><Table.Tr>{(['work', 'mark', 'share', 'itemWeight', 'role'] as const).map((head) => <Table.Th key={head}>{t(`why.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {category.items.map((item) => (
                <Table.Tr key={item.assessmentId} c={item.fate === 'counted' || item.fate === 'zero' ? undefined : 'dimmed'}>
                  <Table.Td>{item.title}</Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{item.state === null ? '–' : `${writeCell(item, letters, format.number)}${item.value === null ? '' : ` / ${format.number(item.maxScore)}`}`}</Table.Td>
                  <Table.Td>{item.percent === null ? '' : format.percent(item.percent)}</Table.Td>
                  <Table.Td>{format.number(item.weight)}</Table.Td>
                  <Table.Td>{t(`fate.${item.fate}`)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}

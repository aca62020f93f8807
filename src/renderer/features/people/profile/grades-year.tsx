import { Badge, Group, Paper, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { Summary } from '#contract/results.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { GradeText, useMeanFormat } from '../../../ui/index.ts';

type Year = Output<'results.student'>['years'][number];
type Grade = Year['courses'][number]['grades'][number];

/** One year: courses by terms, what they come to, and what was corrected. A grade opens to what it was made of. */
export function GradesYear({ year, onWhy }: { year: Year; onWhy: (postedId: string) => void }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const courses = year.courses.toSorted((a, b) => format.compare(nameOf(a), nameOf(b)));
  function nameOf({ course }: Year['courses'][number]): string {
    return pickName(format, course.nameEl, course.nameEn);
  }
  const title = [year.label, year.level, year.division].filter(Boolean).join(' · ');
  return (
    <Paper component="section" aria-labelledby={`grades-${year.id}`}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h3" id={`grades-${year.id}`}>{title}</Title>
        {year.summary.honour && <Badge variant="outline" tt="none" style={{ color: 'var(--mantine-color-text)' }}>{pickName(format, year.summary.honour.labelEl, year.summary.honour.labelEn)}</Badge>}
      </Group>
      <Table.ScrollContainer minWidth={560}>
        <Table aria-label={title} verticalSpacing={5} style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('student.course')}</Table.Th><Table.Th ta="right">{t('student.credits')}</Table.Th>
              {year.terms.map((term) => <Table.Th key={term.id} ta="right">{pickName(format, term.nameEl, term.nameEn)}</Table.Th>)}
              <Table.Th ta="right">{t('student.year')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {courses.map((line) => (
              <Table.Tr key={line.course.id}>
                <Table.Th scope="row" fw={500}>{nameOf(line)}</Table.Th>
                <Table.Td ta="right">{line.course.credits}</Table.Td>
                {year.terms.map((term) => {
                  const grade = line.grades.find(({ termId }) => termId === term.id);
                  return <Table.Td key={term.id} ta="right">{grade && <PostedGrade grade={grade} course={nameOf(line)} onWhy={onWhy} />}</Table.Td>;
                })}
                <Table.Td ta="right">{line.year ? <><GradeText mark={line.year} /><Words mark={line.year} /></> : line.yearGap === 'mixedScales' && <span title={t('mixed')}>≠</span>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" colSpan={2}>{t('student.summary')}</Table.Th>
              {year.terms.map((term) => <Table.Td key={term.id} ta="right"><Totals summary={term.summary} /></Table.Td>)}
              <Table.Td ta="right"><Totals summary={year.summary} /></Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Words({ mark }: { mark: Grade['mark'] }) {
  const format = useFormat();
  return <Text span size="xs" c="dimmed" display="block">{pickName(format, mark.labelEl, mark.labelEn)}</Text>;
}

function PostedGrade({ grade, course, onWhy }: { grade: Grade; course: string; onWhy: (postedId: string) => void }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const words = pickName(format, grade.mark.labelEl, grade.mark.labelEn);
  return (
    <>
      {grade.replaced.toReversed().map((old) => (
        <Text key={old.at} span size="xs" c="dimmed" display="block" title={t('student.correctedBy', { by: old.by ?? '', reason: old.reason ?? t('student.noReason') })}>
          <GradeText mark={old.mark} struck /> {t('student.correctedBy', { by: old.by ?? '', reason: old.reason ?? t('student.noReason') })}
        </Text>
      ))}
      <UnstyledButton onClick={() => onWhy(grade.postedId)} aria-label={t('student.why', { grade: format.number(grade.mark.value), course })} title={t('why.title')}>
        <span style={{ textDecoration: 'underline dotted', textUnderlineOffset: 3 }}><GradeText mark={grade.mark} /></span>
      </UnstyledButton>
      <Text span size="xs" c="dimmed" display="block">{words}</Text>
    </>
  );
}

/** What the grades above come to, a line each. */
function Totals({ summary }: { summary: Summary }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const writeMean = useMeanFormat();
  const lines = [
    summary.weightedMean !== null && t('student.weightedLine', { mean: writeMean(summary.weightedMean) }),
    summary.gpa !== null && t('student.gpaLine', { gpa: format.number(summary.gpa) }),
    summary.rank && t('student.rankLine', summary.rank),
    summary.failing > 0 && t('student.failingLine', { count: summary.failing }),
    summary.missing > 0 && t('student.missingLine', { count: summary.missing }),
    summary.yearPassed !== null && t(`yearPassed.${summary.yearPassed ? 'yes' : 'no'}`),
    summary.meanGap === 'mixedScales' && t('mixed'),
  ].filter((line) => typeof line === 'string');
  return (
    <Stack gap={0} align="flex-end">
      {summary.mean !== null && <Text size="sm" fw={700}>{writeMean(summary.mean)}</Text>}
      {lines.map((line) => <Text key={line} size="xs" c="dimmed">{line}</Text>)}
    </Stack>
  );
}

import { Alert, Button, Group, Kbd, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PerformanceCategory } from '#contract/conduct.ts';
import { errorCodes, type Failure } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { toFailure, useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { isShortcut } from '../../platform/keys.ts';
import { writeShortcut } from '../../platform/system.ts';
import { EmptyState, LeaveGuard, LoadState, TextLink } from '../../ui/index.ts';
import { writeStudentName } from '../../ui/student-name.ts';
import classes from './conduct.module.css';
import { changedCells, fillDown, isScore, keyOf, shownIn, type Draft } from './rules-draft.ts';

interface GridProps { sectionId: string; date: string; categories: PerformanceCategory[] }

/** The grid of one section and day. */
export function PerformanceGrid(props: GridProps) {
  const { t } = useTranslation('conduct');
  const { sectionId, date } = props;
  const query = useQueryOf('performance.grid', { sectionId, date });
  return (
    <LoadState query={query} lines={12}>
      {({ students }) => (students.length === 0 ? <EmptyState icon={<IconUsers />} title={t('performance.nobody')} text={t('performance.nobodyText')} /> : <Grid {...props} students={students} />)}
    </LoadState>
  );
}

const none: Draft = new Map();

/** Numbers typed with the keyboard alone: arrows and Enter move, Ctrl+D fills the empty cells below, Ctrl+S saves. */
function Grid({ sectionId, date, categories, students }: GridProps & { students: Output<'performance.grid'>['students'] }) {
  const { t } = useTranslation(['conduct', 'common']);
  const format = useFormat();
  const mayEdit = useMay()('conduct:edit');
  const save = useCommand('performance.save', { handles: errorCodes });
  const [draft, setDraft] = useState<Draft>(none);
  const [failure, setFailure] = useState<Failure | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const changed = changedCells(draft, students, categories);
  const wrong = students.some((student) => categories.some((category) => !isScore(shownIn(draft, student, category.id), category)));
  const send = async () => {
    if (changed.length === 0 || wrong) return;
    setFailure(null);
    try {
      await save.mutateAsync({ sectionId, date, cells: changed });
      setDraft(none);
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  const go = (row: number, column: number) => {
    const input = table.current?.querySelector<HTMLInputElement>(`input[data-cell="${row} ${column}"]`);
    input?.focus();
    input?.select();
    return input !== null && input !== undefined;
  };
  const press = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const categoryId = categories[column]?.id ?? '';
    const moves: Record<string, [number, number]> = { ArrowDown: [row + 1, column], Enter: [row + 1, column], ArrowUp: [row - 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1] };
    const to = moves[event.key];
    if (isShortcut(event.nativeEvent, 's')) void send();
    else if (isShortcut(event.nativeEvent, 'd')) setDraft(fillDown(draft, students, categoryId, row));
    else if (!to || !go(...to)) return;
    event.preventDefault();
  };
  return (
    <Stack gap="xs" align="flex-start">
      <LeaveGuard isDirty={() => changed.length > 0} />
      {mayEdit && <Text size="xs" c="dimmed" className="no-print">{t('performance.keys', { fill: writeShortcut('D') })}</Text>}
      <Table.ScrollContainer minWidth={520}>
        <table ref={table} className={classes.grid} aria-label={t('tab.performance')}>
          <thead>
            <tr>
              <th scope="col"><Text span size="sm" fw={600}>{t('student')}</Text></th>
              {categories.map((category) => (
                <th key={category.id} scope="col"><Text span size="sm" fw={600}>{pickName(format, category.nameEl, category.nameEn)}</Text><Text size="xs" c="dimmed">{category.min}–{category.max}</Text></th>
              ))}
            </tr>
          </thead>
          <tbody>
            {students.map((student, row) => {
              const name = writeStudentName(format, student);
              return (
                <tr key={student.studentId}>
                  <th scope="row" style={{ fontWeight: 400, minWidth: 220 }}><TextLink to="/students/$studentId" params={{ studentId: student.studentId }} tabIndex={-1} underline="hover">{name}</TextLink></th>
                  {categories.map((category, column) => {
                    const text = shownIn(draft, student, category.id);
                    const key = keyOf(student.studentId, category.id);
                    const isChanged = changed.some((cell) => cell.studentId === student.studentId && cell.categoryId === category.id);
                    return (
                      <td key={category.id}>
                        {mayEdit ? (
                          <TextInput size="xs" w={64} className={`${classes.score} ${isChanged ? classes.changed : ''}`} inputMode="numeric" autoComplete="off" maxLength={3} placeholder="–" value={text}
                            aria-label={t('performance.cell', { name, category: pickName(format, category.nameEl, category.nameEn) })} data-cell={`${row} ${column}`} error={!isScore(text, category)}
                            onFocus={(event) => event.currentTarget.select()} onKeyDown={(event) => press(event, row, column)}
                            onChange={(event) => setDraft(new Map(draft).set(key, event.currentTarget.value))} />
                        ) : <Text span size="sm">{text || '–'}</Text>}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Table.ScrollContainer>
      {failure && <Alert color="red" role="alert">{failure.code === 'conflict' ? t('performance.conflict') : describeFailure(failure)}</Alert>}
      {mayEdit && (
        <Group className="no-print">
          <Button onClick={() => void send()} loading={save.isPending} disabled={changed.length === 0 || wrong} rightSection={<Kbd size="xs">{writeShortcut('S')}</Kbd>}>
            {changed.length === 0 ? t('performance.saved') : t('performance.save', { count: changed.length })}
          </Button>
          {changed.length > 0 && <Button variant="default" onClick={() => { setDraft(none); setFailure(null); }}>{t('performance.discard')}</Button>}
          {wrong && <Text size="sm" role="status">{t('performance.wrong')}</Text>}
        </Group>
      )}
    </Stack>
  );
}

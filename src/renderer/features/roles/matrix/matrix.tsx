import { Box, Checkbox, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '#contract/permissions.ts';
import { i18next } from '../../../i18n/index.ts';
import classes from './matrix.module.css';
import { MatrixLine, type MatrixEditing } from './matrix-line.tsx';
import { moveByArrow } from './move-by-arrow.ts';
import { matrix, usualActions, type Action, type UsualAction } from './rules-matrix.ts';
import { createFinder } from './rules-search.ts';

/** What an action is called in both languages. */
const namesOf = (action: Action): string[] => [i18next.getFixedT('el', 'roles')(`action.${action}`), i18next.getFixedT('en', 'roles')(`action.${action}`)];

export interface MatrixProps {
  chosen: readonly Permission[];
  /** How ticks are made; without it the matrix is for reading. Has to stay the same object, so that typing elsewhere does not draw all of it anew. */
  editing?: MatrixEditing;
}

/** Kinds of record by what can be done with them. Each cell says in a plain sentence what it stands for. */
export const Matrix = memo(function Matrix({ chosen, editing }: MatrixProps) {
  const { t } = useTranslation('roles');
  const [text, setText] = useState('');
  const [only, setOnly] = useState(false);
  const find = useMemo(() => createFinder(namesOf), []);
  const found = useMemo(() => find(text), [find, text]);
  const held = useMemo(() => new Set(chosen), [chosen]);
  const parts = matrix
    .map(({ group, rows }) => ({ group, rows: rows.filter(({ all }) => all.some((permission) => found.has(permission)) && (!only || all.some((permission) => held.has(permission)))) }))
    .filter(({ rows }) => rows.length > 0);
  const shown = parts.flatMap(({ rows }) => rows);
  return (
    <Stack gap="xs">
      <Group gap="md" className="no-print">
        <TextInput aria-label={t('matrix.search')} placeholder={t('matrix.search')} leftSection={<IconSearch size={16} aria-hidden />} w={280} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Switch label={t('matrix.only')} checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
        <Text size="sm" c="dimmed" role="status" ml="auto">{t('matrix.found', { count: shown.length })}</Text>
      </Group>
      {shown.length === 0 ? <Text c="dimmed" py="md">{t('matrix.none')}</Text> : (
        <Box className={classes.frame} onKeyDown={moveByArrow}>
          <table className={classes.table} aria-label={t('matrix.title')}>
            <thead>
              <tr>
                <th scope="col" className={classes.name}>{t('matrix.resource')}</th>
                {usualActions.map((action) => (
                  <th key={action} scope="col">
                    <Stack gap={4} align="center">
                      <span>{t(`action.${action}`)}</span>
                      {editing && <ColumnBox action={action} cells={shown.flatMap((row) => row.usual[action]?.permission ?? [])} held={held} editing={editing} />}
                    </Stack>
                  </th>
                ))}
                <th scope="col" className={classes.special}>{t('matrix.special')}</th>
              </tr>
            </thead>
            {parts.map(({ group, rows }) => (
              <tbody key={group}>
                <tr><th colSpan={usualActions.length + 2} scope="rowgroup" className={classes.group}>{t(`group.${group}`)}</th></tr>
                {rows.map((row) => <MatrixLine key={row.resource} row={row} held={held} editing={editing} />)}
              </tbody>
            ))}
          </table>
        </Box>
      )}
    </Stack>
  );
});

function ColumnBox({ action, cells, held, editing }: { action: UsualAction; cells: Permission[]; held: ReadonlySet<Permission>; editing: MatrixEditing }) {
  const { t } = useTranslation('roles');
  const givable = cells.filter(editing.mayGive);
  const ticked = givable.filter((permission) => held.has(permission)).length;
  const all = ticked > 0 && ticked === givable.length;
  return (
    <Checkbox size="xs" aria-label={t('matrix.column', { action: t(`action.${action}`) })} disabled={givable.length === 0} checked={all} indeterminate={ticked > 0 && !all}
      onChange={() => editing.onTick(givable, !all)} />
  );
}

import { Group, Stack, Table, Text } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { permissionWords, resourceWords } from '#contract/permission-words.ts';
import type { RoleView } from '#contract/roles.ts';
import { useFormat } from '../../../i18n/format.ts';
import { groupByResource } from '../matrix/rules-matrix.ts';
import { nameOf, say } from '../words.ts';
import { compareRoles, differing } from './rules-compare.ts';

const columns = 3;

/** What two roles allow, in plain words, and which of them allows it. */
export function CompareTable({ first, second, all }: { first: RoleView; second: RoleView; all: boolean }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const compared = compareRoles(first, second);
  const names = { first: nameOf(format, first), second: nameOf(format, second) };
  const lines = all ? compared.permissions : differing(compared.permissions);
  const classes = all ? compared.fieldClasses : differing(compared.fieldClasses);
  const isSame = differing(compared.permissions).length + differing(compared.fieldClasses).length === 0;
  const summary = isSame ? t('compare.same') : t('compare.summary', { ...names, onlyFirst: compared.onlyFirst, onlySecond: compared.onlySecond });
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">{summary}</Text>
      <Table aria-label={t('compare.table', names)} verticalSpacing={4} highlightOnHover stickyHeader stickyHeaderOffset="var(--app-shell-header-height, 56px)">
        <Table.Thead>
          <Table.Tr><Table.Th>{t('compare.what')}</Table.Th><Table.Th w="22%">{names.first}</Table.Th><Table.Th w="22%">{names.second}</Table.Th></Table.Tr>
        </Table.Thead>
        {(all || first.defaultScope !== second.defaultScope) && (
          <Table.Tbody>
            <Table.Tr><Table.Th scope="row" fw={400}>{t('compare.scope')}</Table.Th><Table.Td>{t(`scopeOf.${first.defaultScope}`)}</Table.Td><Table.Td>{t(`scopeOf.${second.defaultScope}`)}</Table.Td></Table.Tr>
          </Table.Tbody>
        )}
        {groupByResource(lines.map(({ item }) => item)).map(({ resource, permissions }) => (
          <Table.Tbody key={resource}>
            <Heading text={say(format, resourceWords[resource])} />
            {lines.filter(({ item }) => permissions.includes(item)).map((line) => <Line key={line.item} text={say(format, permissionWords[line.item])} {...line} />)}
          </Table.Tbody>
        ))}
        {classes.length > 0 && (
          <Table.Tbody>
            <Heading text={t('compare.fields')} />
            {classes.map((line) => <Line key={line.item} text={`${t(`fieldClass.${line.item}.name`)}: ${t(`fieldClass.${line.item}.text`)}`} {...line} />)}
          </Table.Tbody>
        )}
      </Table>
    </Stack>
  );
}

function Heading({ text }: { text: string }) {
  return <Table.Tr><Table.Th colSpan={columns} scope="rowgroup" pt="sm"><Text size="sm" fw={600} c="dimmed">{text}</Text></Table.Th></Table.Tr>;
}

function Line({ text, first, second }: { text: string; first: boolean; second: boolean }) {
  return <Table.Tr><Table.Th scope="row" fw={400}>{text}</Table.Th><Answer yes={first} /><Answer yes={second} /></Table.Tr>;
}

function Answer({ yes }: { yes: boolean }) {
  const { t } = useTranslation('roles');
  const Icon = yes ? IconCheck : IconMinus;
  return (
    <Table.Td>
      <Group gap={6} wrap="nowrap"><Icon size={16} stroke={yes ? 2.4 : 1.6} aria-hidden /><Text span size="sm" c={yes ? undefined : 'dimmed'}>{yes ? t('compare.yes') : t('compare.no')}</Text></Group>
    </Table.Td>
  );
}

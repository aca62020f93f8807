import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VisibilityRule } from '#contract/visibility.ts';
import { useCommand, useMay } from '../../../client/index.ts';
import { RowActions } from '../../../ui/index.ts';
import { useRuleSentence } from './use-rule-sentence.ts';

/** The rules, each said in a sentence. */
export function RuleTable({ rules, onEdit }: { rules: readonly VisibilityRule[]; onEdit: ((rule: VisibilityRule) => void) | false }) {
  const { t } = useTranslation('roles');
  const may = useMay();
  const remove = useCommand('visibility.remove');
  const say = useRuleSentence();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label={t('rules.title')} verticalSpacing={6} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rules.rule')}</Table.Th><Table.Th w={150}>{t('rules.drafts')}</Table.Th><Table.Th w={110}>{t('rules.holders')}</Table.Th><Table.Th w="24%">{t('rules.reason')}</Table.Th>
            {onEdit && <Table.Th aria-label={t('rules.actions')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => (
            <Table.Tr key={rule.id}>
              <Table.Th scope="row" fw={500}>{say(rule)}</Table.Th>
              <Table.Td>{rule.drafts ? t('compare.yes') : t('compare.no')}</Table.Td>
              <Table.Td>{t('rules.people', { count: rule.holders })}</Table.Td>
              <Table.Td><Text size="sm" lineClamp={3}>{rule.reason}</Text></Table.Td>
              {onEdit && <Table.Td><RowActions what={say(rule)} onEdit={() => onEdit(rule)} onRemove={may('roles:delete') && (() => remove.mutate({ id: rule.id, rev: rule.rev }))} /></Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

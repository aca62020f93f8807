import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '#contract/permission-words.ts';
import type { RoleDraft } from '#contract/roles.ts';
import { useFormat } from '../../../i18n/format.ts';
import { say } from '../words.ts';
import { difference } from './rules-draft.ts';

type Lists = Pick<RoleDraft, 'permissions' | 'fieldClasses'>;

/** What a draft is compared with: the role that it was copied from, or what is saved of itself (`name` null). */
export interface Base { draft: Lists; name: string | null }

/** What differs from it: a count, and each thing in words. */
export function Difference({ base, draft }: { base: Base; draft: Lists }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const permissions = difference(base.draft.permissions, draft.permissions), classes = difference(base.draft.fieldClasses, draft.fieldClasses);
  const lists = (['added', 'removed'] as const).map((side) => ({
    side, lines: [...permissions[side].map((permission) => say(format, permissionWords[permission])), ...classes[side].map((name) => t('form.fields', { what: t(`fieldClass.${name}.name`) }))],
  }));
  const [added = 0, removed = 0] = lists.map(({ lines }) => lines.length);
  const same = base.name === null ? t('form.unchanged') : t('form.same', { what: base.name });
  const differs = base.name === null ? t('form.unsaved', { added, removed }) : t('form.differs', { what: base.name, added, removed });
  return (
    <Paper component="section">
      <Stack gap={6}>
        <Text size="sm" fw={600} role="status">{added + removed === 0 ? same : differs}</Text>
        {lists.filter(({ lines }) => lines.length > 0).map(({ side, lines }) => (
          <div key={side}>
            <Title order={3} size="h4">{base.name === null ? t(`form.${side}Plain`) : t(`form.${side}`, { what: base.name })}</Title>
            <List size="sm" spacing={1}>{lines.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '#contract/permission-words.ts';
import type { RoleDraft } from '#contract/roles.ts';
import { useFormat } from '../../../i18n/format.ts';
import { say } from '../words.ts';
import { difference } from './rules-draft.ts';

type Lists = Pick<RoleDraft, 'permissions' | 'fieldClasses'>;

/** What differs from the role that this one was copied from, or from what is saved: a count, and each thing in words. */
export function Difference({ base, draft }: { base: { draft: Lists; name: string }; draft: Lists }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const permissions = difference(base.draft.permissions, draft.permissions), classes = difference(base.draft.fieldClasses, draft.fieldClasses);
  const lists = (['added', 'removed'] as const).map((side) => ({
    side, lines: [...permissions[side].map((permission) => say(format, permissionWords[permission])), ...classes[side].map((name) => t('form.fields', { what: t(`fieldClass.${name}.name`) }))],
  }));
  const [added = 0, removed = 0] = lists.map(({ lines }) => lines.length);
  return (
    <Paper component="section">
      <Stack gap={6}>
        <Text size="sm" fw={600} role="status">{added + removed === 0 ? t('form.same', { what: base.name }) : t('form.differs', { what: base.name, added, removed })}</Text>
        {lists.filter(({ lines }) => lines.length > 0).map(({ side, lines }) => (
          <div key={side}>
            <Title order={3} size="h4">{t(`form.${side}`, { what: base.name })}</Title>
            <List size="sm" spacing={1}>{lines.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

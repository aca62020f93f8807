import { Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { permissionWords, resourceWords } from '#contract/permission-words.ts';
import { fieldClasses, type FieldClass, type Permission } from '#contract/permissions.ts';
import { useFormat } from '../../i18n/format.ts';
import { groupByResource } from './matrix/rules-matrix.ts';
import { say } from './words.ts';

/** Permissions in plain sentences, by kind of record. */
export function PermissionWords({ permissions, order = 3, cols = 1 }: { permissions: readonly Permission[]; order?: 3 | 4; cols?: number }) {
  const format = useFormat();
  return (
    <SimpleGrid cols={{ base: 1, sm: cols }} verticalSpacing="xs">
      {groupByResource(permissions).map(({ resource, permissions: held }) => (
        <div key={resource}>
          <Title order={order} size="h4">{say(format, resourceWords[resource])}</Title>
          <List size="sm" spacing={1}>{held.map((permission) => <List.Item key={permission}>{say(format, permissionWords[permission])}</List.Item>)}</List>
        </div>
      ))}
    </SimpleGrid>
  );
}

/** Which fields of a record are shown, each class with what it holds. */
export function ClassWords({ classes }: { classes: readonly FieldClass[] }) {
  const { t } = useTranslation('roles');
  return (
    <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {fieldClasses.map((name) => {
        const isShown = classes.includes(name);
        const Icon = isShown ? IconCheck : IconEyeOff;
        return (
          <Group key={name} component="li" gap="xs" wrap="nowrap" align="flex-start">
            <Icon size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
            <Text size="sm" c={isShown ? undefined : 'dimmed'}>
              <Text span inherit fw={600}>{t(`fieldClass.${name}.name`)}</Text>, {isShown ? t('allows.shown') : t('allows.hidden')}<br />
              <Text span size="xs" c="dimmed">{t(`fieldClass.${name}.text`)}</Text>
            </Text>
          </Group>
        );
      })}
    </Stack>
  );
}

/** Everything that a role allows, in plain words. */
export function AllowsPanel({ permissions, classes }: { permissions: readonly Permission[]; classes: readonly FieldClass[] }) {
  const { t } = useTranslation('roles');
  return (
    <Paper component="section" aria-labelledby="allows-title">
      <Stack gap="sm">
        <Title order={2} id="allows-title" size="h3">{t('allows.title')}</Title>
        {permissions.length === 0 ? <Text size="sm" c="dimmed">{t('allows.nothing')}</Text> : <><Text size="sm">{t('allows.may')}</Text><PermissionWords permissions={permissions} /></>}
        <Text size="sm">{t('allows.sees')}</Text>
        <ClassWords classes={classes} />
        {classes.length === 0 && <Text size="sm" c="dimmed">{t('allows.seesNothing')}</Text>}
      </Stack>
    </Paper>
  );
}

import { Alert, Checkbox, Paper, Select, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fieldClasses, grantScopes, type FieldClass, type Permission } from '#contract/permissions.ts';
import type { RoleDraft } from '#contract/roles.ts';
import { useMe } from '../../../client/index.ts';

/** What a role is besides its permissions. */
export type About = Omit<RoleDraft, 'permissions'>;

/** Classes of fields without which a permission shows next to nothing. */
const goesWith = { contact: ['guardians:view', 'consents:view'], health: ['health:view'] } as const satisfies Partial<Record<FieldClass, readonly Permission[]>>;

/** Names, purpose, usual scope, and which fields of a record are shown. */
export function AboutFields({ form, permissions }: { form: UseFormReturnType<About>; permissions: readonly Permission[] }) {
  const { t } = useTranslation('roles');
  const me = useMe();
  const shown = form.getValues().fieldClasses;
  const hints = (['contact', 'health'] as const).filter((name) => !shown.includes(name) && goesWith[name].some((permission) => permissions.includes(permission)));
  return (
    <Paper component="section" aria-labelledby="about-title">
      <Stack gap="sm">
        <Title order={2} id="about-title" size="h3">{t('form.about')}</Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
          <TextInput {...form.getInputProps('nameEl')} label={t('form.nameEl')} required data-autofocus maxLength={80} />
          <TextInput {...form.getInputProps('nameEn')} label={t('form.nameEn')} required maxLength={80} />
          <Textarea {...form.getInputProps('purpose')} value={form.getValues().purpose ?? ''} label={t('form.purpose')} description={t('form.purposeHint')} autosize minRows={1} maxRows={4} />
          <Select {...form.getInputProps('defaultScope')} label={t('form.defaultScope')} allowDeselect={false} data={grantScopes.map((scope) => ({ value: scope, label: t(`scopeOf.${scope}`) }))} style={{ alignSelf: 'end' }} />
        </SimpleGrid>
        <Checkbox.Group {...form.getInputProps('fieldClasses')} label={t('form.fieldClasses')}>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} mt={6} verticalSpacing="xs">
            {fieldClasses.map((name) => {
              const beyond = me !== null && !me.fieldClasses.includes(name);
              return <Checkbox key={name} value={name} label={t(`fieldClass.${name}.name`)} disabled={beyond} description={beyond ? t('form.classBeyond') : t(`fieldClass.${name}.text`)} />;
            })}
          </SimpleGrid>
        </Checkbox.Group>
        {hints.map((name) => <Alert key={name} color="yellow" variant="light" role="status">{t(`form.hint.${name}`)}</Alert>)}
      </Stack>
    </Paper>
  );
}

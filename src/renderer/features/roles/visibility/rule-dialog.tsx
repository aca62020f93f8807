import { Paper, Radio, Select, SimpleGrid, Stack, Switch, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Input } from '#contract/index.ts';
import { spans, type VisibilityRule } from '#contract/visibility.ts';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../../ui/index.ts';
import { nameOf } from '../words.ts';
import { TryPanel } from './try-panel.tsx';
import { nameDraft, useRuleSentence } from './use-rule-sentence.ts';

interface Props { rule: VisibilityRule | null; rules: readonly VisibilityRule[]; departments: readonly VisibilityRule['target'][]; onClose: () => void }
type Values = Input<'visibility.save'>['rule'];

const schema = contract['visibility.save'].input.shape.rule;
const typingPause = 300;

/** Writes a rule, says it in words, and tries it on somebody before it is saved. */
export function RuleDialog({ rule, rules, departments, onClose }: Props) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const say = useRuleSentence();
  const save = useCommand('visibility.save', { handles: errorCodes });
  const roles = useQueryOf('roles.list', {}).data?.roles ?? [];
  const [tried, setTried] = useState<{ userId?: string; studentId?: string }>({});
  const form = useForm<Values>({
    initialValues: {
      role: rule?.role.key ?? 'departmentHead', viewerOrgId: rule?.viewer?.id ?? null, targetOrgId: rule?.target.id ?? '', span: rule?.span ?? 'now', drafts: rule?.drafts ?? false, reason: rule?.reason ?? '',
    },
    validate: validateWith(schema),
  });
  const { failure, save: send } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void send(() => save.mutateAsync({ id: rule?.id ?? null, rev: rule?.rev ?? null, rule: values })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const parsed = schema.safeParse(form.getValues());
  const named = parsed.success ? nameDraft(parsed.data, roles, departments) : null;
  // The reason changes nothing of what is seen, and is not worth asking anew for.
  const [draft] = useDebouncedValue(parsed.success ? JSON.stringify({ ...parsed.data, reason: null }) : null, typingPause);
  const names = departments.map((department) => ({ value: department.id, label: nameOf(format, department) }));
  return (
    <DialogForm title={rule ? t('rules.edit') : t('rules.add')} size="xl" busy={save.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select {...form.getInputProps('role')} label={t('rules.role')} required searchable allowDeselect={false} data={roles.map((role) => ({ value: role.key, label: nameOf(format, role) }))} data-autofocus />
        <Select {...form.getInputProps('viewerOrgId')} label={t('rules.viewer')} searchable clearable placeholder={t('rules.any')} data={names} />
        <Select {...form.getInputProps('targetOrgId')} label={t('rules.target')} required searchable allowDeselect={false} data={names} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Radio.Group {...form.getInputProps('span')} label={t('rules.span')}>
          <Stack gap={6} mt={4}>{spans.map((span) => <Radio key={span} value={span} label={t(`rules.spans.${span}`)} />)}</Stack>
        </Radio.Group>
        <Stack gap="sm">
          <Switch {...form.getInputProps('drafts', { type: 'checkbox' })} label={t('rules.drafts')} description={t('rules.draftsHint')} />
          <Textarea {...form.getInputProps('reason')} value={form.getValues().reason ?? ''} label={t('rules.reason')} description={t('rules.reasonHint')} autosize minRows={1} maxRows={3} />
        </Stack>
      </SimpleGrid>
      <Paper component="section" aria-labelledby="rule-words" bg="var(--rollbook-page)">
        <Title order={3} size="h4" id="rule-words">{t('rules.inWords')}</Title>
        <Text size="sm" role="status" fw={named ? 600 : undefined} c={named ? undefined : 'dimmed'}>{named ? say(named) : t('rules.incomplete')}</Text>
      </Paper>
      <Paper component="section" aria-labelledby="try-draft">
        <Title order={3} size="h4" id="try-draft">{t('try.title')}</Title>
        <Text size="sm" c="dimmed" mb="xs">{tried.userId ? t('try.draftText') : t('try.textRule')}</Text>
        <TryPanel rules={rules} replaces={rule?.id ?? null} draft={draft === null ? null : schema.parse(JSON.parse(draft))} sentence={named && say(named)} userId={tried.userId} studentId={tried.studentId} onChoose={(chosen) => setTried((now) => ({ ...now, ...chosen }))} />
      </Paper>
    </DialogForm>
  );
}

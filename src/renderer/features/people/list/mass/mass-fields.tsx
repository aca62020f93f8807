import { Autocomplete, Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { massFields } from '#contract/enrolment.ts';
import { useQueryOf } from '../../../../client/index.ts';
import { describeField } from '../../../../i18n/dynamic.ts';
import { pickName, useFormat } from '../../../../i18n/format.ts';
import { DateField } from '../../../../ui/index.ts';
import { CodeSelect } from '../../enrolment/code-select.tsx';
import type { MassKind } from './mass-menu.tsx';
import type { MassDraft } from './mass-values.ts';

export interface MassFieldsProps { kind: MassKind; draft: MassDraft; onChange: (next: Partial<MassDraft>) => void }

/** The fields of one kind of change. */
export function MassFields({ kind, draft, onChange }: MassFieldsProps) {
  const { t } = useTranslation(['enrolment', 'fields']);
  const facets = useQueryOf('students.facets', {});
  const years = facets.data?.years ?? [];
  const divisions = [...new Set((facets.data?.divisions ?? []).filter(({ level }) => draft.level === '' || level === draft.level).map(({ division }) => division))];
  const date = (label: string, isFirst = false) => <DateField label={label} required data-autofocus={isFirst || undefined} value={draft.date} onChange={(value) => onChange({ date: value })} />;
  if (kind === 'enrol') {
    return (
      <Stack gap="sm">
        <Select label={t('fields:yearId')} required data-autofocus data={years.map(({ id, label }) => ({ value: id, label }))} value={draft.yearId || null} onChange={(value) => onChange({ yearId: value ?? '' })} />
        <Autocomplete label={t('fields:level')} required data={(facets.data?.levels ?? []).map(({ level }) => level)} value={draft.level} onChange={(level) => onChange({ level })} />
        <Autocomplete label={t('fields:division')} data={divisions} value={draft.division} onChange={(division) => onChange({ division })} />
        {date(t('fields:entryDate'))}
        <CodeSelect kind="entry" label={t('fields:entryCode')} required value={draft.code} onChange={(code) => onChange({ code: code ?? '' })} />
        <Checkbox label={t('mass.withClasses')} checked={draft.withSections} onChange={(event) => onChange({ withSections: event.currentTarget.checked })} />
      </Stack>
    );
  }
  if (kind === 'move') {
    return (
      <Stack gap="sm">
        <Select label={t('move.to')} required searchable data-autofocus data={divisions} value={draft.division || null} onChange={(division) => onChange({ division: division ?? '' })} />
        {date(t('move.date'))}
      </Stack>
    );
  }
  if (kind === 'withdraw') {
    return (
      <Stack gap="sm">
        {date(t('fields:lastAttendedDate'), true)}
        <CodeSelect kind="exit" label={t('fields:exitCode')} required value={draft.code} onChange={(code) => onChange({ code: code ?? '' })} />
        <TextInput label={t('fields:nextSchool')} value={draft.school} onChange={(event) => onChange({ school: event.currentTarget.value })} />
      </Stack>
    );
  }
  if (kind === 'assign') return <Stack gap="sm"><SectionField draft={draft} onChange={onChange} />{date(t('mass.date'))}</Stack>;
  return <ValueFields draft={draft} onChange={onChange} />;
}

function SectionField({ draft, onChange }: Omit<MassFieldsProps, 'kind'>) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const sections = useQueryOf('mass.sections', {}).data?.sections ?? [];
  return (
    <Select label={t('mass.section')} description={t('mass.sectionHint')} required searchable limit={60} data-autofocus value={draft.sectionId || null}
      data={sections.map(({ id, code, nameEl, nameEn }) => ({ value: id, label: `${code} · ${pickName(format, nameEl, nameEn)}` }))} onChange={(sectionId) => onChange({ sectionId: sectionId ?? '' })} />
  );
}

function ValueFields({ draft, onChange }: Omit<MassFieldsProps, 'kind'>) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const own = useQueryOf('mass.fields', {}).data?.fields ?? [];
  const chosen = own.find(({ id }) => id === draft.field);
  const set = (value: string | null) => onChange({ value: value ?? '' });
  const label = t('mass.value');
  const input = draft.field === 'entryCode' ? <CodeSelect kind="entry" label={label} clearable value={draft.value} onChange={set} />
    : chosen?.type === 'choice' ? <Select label={label} clearable value={draft.value || null} onChange={set} data={chosen.options.map((option) => ({ value: option.value, label: pickName(format, option.labelEl, option.labelEn) }))} />
    : chosen?.type === 'flag' ? <Select label={label} clearable value={draft.value || null} onChange={set} data={[{ value: '1', label: t('mass.yes') }, { value: '0', label: t('mass.no') }]} />
    : chosen?.type === 'date' ? <DateField label={label} value={draft.value} onChange={set} />
    : <TextInput label={label} description={t('mass.valueHint')} value={draft.value} onChange={(event) => set(event.currentTarget.value)} />;
  return (
    <Stack gap="sm">
      <Select label={t('mass.field')} required data-autofocus allowDeselect={false} value={draft.field || null} onChange={(field) => onChange({ field: field ?? '', value: '' })}
        data={[...massFields.map((field) => ({ value: field, label: describeField(field) })), ...own.map((field) => ({ value: field.id, label: pickName(format, field.labelEl, field.labelEn) }))]} />
      {draft.field !== '' && input}
    </Stack>
  );
}

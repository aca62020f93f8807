import { Button, Checkbox, CloseButton, Combobox, Group, Pill, Select, SimpleGrid, Text, TextInput, useCombobox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowsExchange, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';

type Row = Output<'places.inSection'>['rows'][number];
type Hit = Output<'students.list'>['rows'][number];
const today = () => new Date().toLocaleDateString('sv-SE');
const nameOf = (format: Format, row: Pick<Row, 'familyEl' | 'givenEl' | 'familyLatin' | 'givenLatin' | 'studentNo'>) => {
  const latin = format.language === 'en' && row.familyLatin && row.givenLatin ? `${row.familyLatin} ${row.givenLatin}` : null;
  return `${latin ?? `${row.familyEl} ${row.givenEl}`} (${row.studentNo})`;
};

/** What can be done with the students of a class: add some, end a place, move one to another class of the course. */
export function SectionRosterActions({ sectionId }: { sectionId: string }) {
  const { t } = useTranslation('enrolment');
  const may = useMay();
  const [asked, setAsked] = useState<'add' | 'end' | 'move' | null>(null);
  const [mayAdd, mayEdit] = [may('enrolments:create'), may('enrolments:edit')];
  if (!mayAdd && !mayEdit) return null;
  const close = () => setAsked(null);
  return (
    <Group gap="xs" mb="md" className="no-print">
      {mayAdd && <Button variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAsked('add')}>{t('roster.add')}</Button>}
      {mayEdit && <Button variant="default" leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={() => setAsked('move')}>{t('roster.move')}</Button>}
      {mayEdit && <Button variant="default" leftSection={<IconUserMinus size={16} aria-hidden />} onClick={() => setAsked('end')}>{t('roster.end')}</Button>}
      {asked === 'add' && <AddDialog sectionId={sectionId} onClose={close} />}
      {asked === 'end' && <EndDialog sectionId={sectionId} onClose={close} />}
      {asked === 'move' && <MoveDialog sectionId={sectionId} onClose={close} />}
    </Group>
  );
}

interface DialogProps { sectionId: string; onClose: () => void }

function AddDialog({ sectionId, onClose }: DialogProps) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const command = useCommand('places.add', { handles: errorCodes });
  const [chosen, setChosen] = useState<Hit[]>([]);
  const form = useForm({ initialValues: { startDate: today(), allowOver: false }, validate: validateWith(contract['places.add'].input.pick({ startDate: true })) });
  const { failure, save } = useSave(form, onClose);
  const tooFull = failure?.messageKey === 'overCapacity';
  const submit = form.onSubmit((values) => {
    if (chosen.length === 0) return;
    void save(() => command.mutateAsync({ sectionId, studentIds: chosen.map(({ id }) => id), ...values }));
  }, (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <DialogForm title={t('roster.addTitle')} busy={command.isPending} failure={failure} isDirty={() => chosen.length > 0} onSubmit={submit} onClose={onClose}>
      <StudentFinder known={chosen} onPick={(hit) => setChosen([...chosen, hit])} />
      <div>
        <Text size="sm" fw={500}>{t('roster.chosen')}</Text>
        {chosen.length === 0 ? <Text size="sm" c="dimmed">{t('roster.none')}</Text> : (
          <Group gap={6} mt={4}>
            {chosen.map((hit) => (
              <Pill key={hit.id} size="md" withRemoveButton onRemove={() => setChosen(chosen.filter(({ id }) => id !== hit.id))}
                removeButtonProps={{ 'aria-label': t('roster.remove', { name: nameOf(format, hit) }), 'aria-hidden': undefined, tabIndex: 0 }}>
                {nameOf(format, hit)}
              </Pill>
            ))}
          </Group>
        )}
      </div>
      <DateField {...form.getInputProps('startDate')} label={t('roster.from')} required w={220} />
      {tooFull && <Checkbox label={t('preview.goAhead')} {...form.getInputProps('allowOver', { type: 'checkbox' })} />}
    </DialogForm>
  );
}

/** Finds enrolled students by any spelling; Enter takes the first. */
function StudentFinder({ known, onPick }: { known: Hit[]; onPick: (hit: Hit) => void }) {
  const { t } = useTranslation(['enrolment', 'common']);
  const format = useFormat();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 120);
  const query = useQueryOf('students.list', { filter: { text: settled }, limit: 8 }, { enabled: settled !== '', keep: true });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const hits = settled === '' ? [] : (query.data?.rows ?? []).filter(({ id }) => !known.some((each) => each.id === id));
  return (
    <Combobox store={combobox} withinPortal onOptionSubmit={(id) => {
      const hit = hits.find((each) => each.id === id);
      if (hit) onPick(hit);
      setText('');
    }}>
      <Combobox.Target>
        <TextInput label={t('roster.search')} value={text} data-autofocus autoComplete="off" onFocus={() => combobox.openDropdown()} onBlur={() => combobox.closeDropdown()}
          rightSection={text === '' ? null : <CloseButton size="sm" aria-label={t('common:actions.clear')} onClick={() => setText('')} />}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }} />
      </Combobox.Target>
      <Combobox.Dropdown hidden={settled === ''}>
        <Combobox.Options>
          {hits.length === 0 ? <Combobox.Empty>{t('roster.noHits')}</Combobox.Empty>
            : hits.map((hit) => <Combobox.Option key={hit.id} value={hit.id}>{nameOf(format, hit)} · {hit.division ?? hit.level}</Combobox.Option>)}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function PlaceSelect({ rows, value, onChange, error }: { rows: Row[]; value: string; onChange: (id: string) => void; error?: ReactNode }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  return (
    <Select label={t('roster.student')} required searchable data-autofocus value={value || null} error={error} nothingFoundMessage={t('roster.noOne')}
      data={rows.map((row) => ({ value: row.id, label: nameOf(format, row) }))} onChange={(id) => onChange(id ?? '')} />
  );
}

function EndDialog({ sectionId, onClose }: DialogProps) {
  const { t } = useTranslation('enrolment');
  const command = useCommand('places.end', { handles: errorCodes });
  const rows = useQueryOf('places.inSection', { sectionId, date: today() }).data?.rows ?? [];
  const form = useForm({ initialValues: { id: '', endDate: today(), why: '' }, validate: validateWith(contract['places.end'].input.omit({ rev: true, reason: true })) });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ ...values, rev: rows.find(({ id }) => id === values.id)?.rev ?? 1 })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  return (
    <DialogForm title={t('roster.endTitle')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <PlaceSelect rows={rows} value={form.getValues().id} error={form.errors.id} onChange={(id) => form.setFieldValue('id', id)} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField {...form.getInputProps('endDate')} label={t('roster.last')} required />
        <TextInput {...form.getInputProps('why')} label={t('roster.why')} autoComplete="off" />
      </SimpleGrid>
    </DialogForm>
  );
}

function MoveDialog({ sectionId, onClose }: DialogProps) {
  const { t } = useTranslation('enrolment');
  const command = useCommand('places.move', { handles: errorCodes });
  const rows = useQueryOf('places.inSection', { sectionId, date: today() }).data?.rows ?? [];
  const form = useForm({ initialValues: { id: '', sectionId: '', date: today(), allowOver: false }, validate: validateWith(contract['places.move'].input.pick({ id: true, sectionId: true, date: true })) });
  const { failure, save } = useSave(form, onClose);
  const { id, sectionId: target, date } = form.getValues();
  const targets = useQueryOf('places.targets', { sectionId, date: today() }).data?.sections;
  const tooFull = failure?.messageKey === 'overCapacity';
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ ...values, rev: rows.find((row) => row.id === values.id)?.rev ?? 1 })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  return (
    <DialogForm title={t('roster.moveTitle')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <PlaceSelect rows={rows} value={id} error={form.errors.id} onChange={(next) => form.setFieldValue('id', next)} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select label={t('roster.target')} required value={target || null} error={form.errors.sectionId} onChange={(next) => form.setFieldValue('sectionId', next ?? '')}
          description={targets?.length === 0 ? t('roster.noTargets') : undefined}
          data={(targets ?? []).map((section) => ({ value: section.id, label: t('roster.choice', { code: section.code, taken: section.taken, capacity: section.capacity ?? '∞' }) }))} />
        <DateField {...form.getInputProps('date')} value={date} label={t('roster.from')} required />
      </SimpleGrid>
      {tooFull && <Checkbox label={t('preview.goAhead')} {...form.getInputProps('allowOver', { type: 'checkbox' })} />}
    </DialogForm>
  );
}

import { Alert, Button, Group, SimpleGrid, Stack, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { ButtonLink, LoadState, Page, RemoveDialog } from '../../../ui/index.ts';
import { AskReason } from '../ask-reason.tsx';
import { writePeople } from '../names.ts';
import { SectionRosterActions } from '../section-roster-actions.tsx';
import { SectionRoster } from '../section-roster.tsx';
import { useYear } from '../year-select.tsx';
import { SectionDialog } from './section-dialog.tsx';
import { SectionLessons } from './section-lessons.tsx';
import { SectionStaff } from './section-staff.tsx';

/** One section: what it is, who teaches it, who is in it, and when it meets. */
export function SectionPage() {
  const { t } = useTranslation('academics');
  const { sectionId } = useParams({ from: '/sections/$sectionId' });
  const query = useQueryOf('sections.get', { id: sectionId });
  if (!query.data) return <Page title={t('sections.one')}><LoadState query={query} lines={10}>{() => null}</LoadState></Page>;
  return <Section key={sectionId} data={query.data} />;
}

function Section({ data }: { data: Output<'sections.get'> }) {
  const { t } = useTranslation(['academics', 'common']);
  const format = useFormat();
  const { section } = data;
  const over = section.capacity === null ? 0 : section.students - section.capacity;
  return (
    <Page title={`${section.code}: ${pickName(format, section.courseEl, section.courseEn)}`} subtitle={`${data.yearLabel} · ${section.division ?? t('none')} · ${writePeople(format, section.teachers) || t('sections.noStaff')}`}
      actions={<Actions data={data} />}>
      {over > 0 && <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />} title={t('sections.overTitle')} mb="md">{t('sections.overText', { students: section.students, capacity: section.capacity })}</Alert>}
      <Tabs defaultValue="roster" keepMounted={false} activateTabWithKeyboard={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="roster">{t('sections.roster')}</Tabs.Tab>
          <Tabs.Tab value="details">{t('sections.details')}</Tabs.Tab>
          <Tabs.Tab value="staff">{t('sections.staff')}</Tabs.Tab>
          <Tabs.Tab value="timetable">{t('sections.timetable')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="roster">
          {data.yearStatus !== 'closed' && <SectionRosterActions sectionId={section.id} />}
          <SectionRoster sectionId={section.id} yearStart={data.yearStart} yearEnd={data.yearEnd} />
        </Tabs.Panel>
        <Tabs.Panel value="details"><Details data={data} /></Tabs.Panel>
        <Tabs.Panel value="staff"><SectionStaff data={data} /></Tabs.Panel>
        <Tabs.Panel value="timetable"><SectionLessons data={data} /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Actions({ data }: { data: Output<'sections.get'> }) {
  const { t } = useTranslation(['academics', 'common']);
  const may = useMay();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const [isListed, setListed] = useState(false);
  const { section } = data;
  const { years } = useYear(section.yearId);
  const year = years.find(({ id }) => id === section.yearId);
  const remove = useCommand('sections.remove');
  const dependents = useQueryOf('sections.dependents', { id: section.id }, { enabled: open === 'remove' });
  const close = () => { setOpen(null); setListed(false); };
  const send = (reason: string | null) => remove.mutate({ id: section.id, rev: section.rev, reason }, { onSuccess: () => void navigate({ to: '/sections' }), onSettled: close });
  return (
    <>
      {may('sections:edit') && <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}>{t('common:actions.edit')}</Button>}
      {may('sections:delete') && <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpen('remove')}>{t('common:actions.remove')}</Button>}
      <ButtonLink to="/sections" search={{ year: section.yearId }} variant="subtle">{t('sections.toList')}</ButtonLink>
      {open === 'edit' && year && <SectionDialog year={year} section={data} onClose={close} />}
      {open === 'remove' && !isListed && (
        <RemoveDialog what={section.code} query={dependents} busy={remove.isPending} onClose={close} onConfirm={() => (data.yearStatus === 'closed' ? setListed(true) : send(null))} />
      )}
      {open === 'remove' && isListed && (
        <AskReason title={t('common:removal.title', { what: section.code })} text={t('correctionHint', { year: data.yearLabel })} action={t('common:actions.remove')} busy={remove.isPending} onConfirm={send} onClose={close} />
      )}
    </>
  );
}

function Details({ data }: { data: Output<'sections.get'> }) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const { section, termIds } = data;
  const { years } = useYear(section.yearId);
  const terms = years.find(({ id }) => id === section.yearId)?.terms.filter(({ id }) => termIds.includes(id)) ?? [];
  const fact = (label: string, value: ReactNode) => <Stack gap={0}><Text size="xs" c="dimmed">{label}</Text><Text size="sm" component="div">{value ?? t('none')}</Text></Stack>;
  return (
    <SimpleGrid cols={{ base: 2, md: 3 }} maw={800} spacing="lg">
      {fact(t('sections.course'), `${section.courseCode} ${pickName(format, section.courseEl, section.courseEn)}`)}
      {fact(t('year'), data.yearLabel)}
      {fact(t('sections.terms'), terms.length === 0 ? t('sections.allYear') : terms.map(({ nameEl, nameEn }) => pickName(format, nameEl, nameEn)).join(', '))}
      {fact(t('fields:level'), section.level)}
      {fact(t('fields:division'), section.division)}
      {fact(t('fields:room'), section.room)}
      {fact(t('fields:capacity'), section.capacity === null ? null : format.number(section.capacity))}
      {fact(t('sections.students'), format.number(section.students))}
      {fact(t('sections.lessons'), <Group gap={4}>{section.weeklyHours === null ? format.number(section.lessons) : t('sections.placed', { placed: section.lessons, due: section.weeklyHours })}</Group>)}
    </SimpleGrid>
  );
}

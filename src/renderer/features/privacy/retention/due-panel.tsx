import { Alert, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconCalendarCheck, IconClockOff, IconEraser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isoDate } from '#contract/fields.ts';
import { retentionKinds, type RetentionKind, type RetentionPreview } from '#contract/privacy.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { DateField, EmptyState, LoadState, Pages, pageSize } from '../../../ui/index.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import { DueStudents, DueTotals, HeldStudents } from './due-tables.tsx';

const kindForm = z.enum(retentionKinds).nullable();
const today = () => new Date().toLocaleDateString('sv-SE');

/** What the rules in force would take: how much of which kind, and of whom. Looking changes nothing. */
export function DuePanel({ hasRules }: { hasRules: boolean }) {
  const { t } = useTranslation(['privacy', 'errors', 'common']);
  const mayErase = useMay()('privacy:erase');
  const [day, setDay] = useState(today);
  const [kind, setKind] = useState<RetentionKind | null>(null);
  const [page, setPage] = useState(1);
  const [applied, setApplied] = useState<RetentionPreview | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const date = isoDate.safeParse(day).data ?? null;
  const query = useQueryOf('retention.preview', { date: date === today() ? null : date, kind, offset: (page - 1) * pageSize, limit: pageSize }, { enabled: hasRules, keep: true });
  if (!hasRules) return <EmptyState icon={<IconClockOff />} title={t('retention.noRules')} text={t('retention.noRulesText')} />;
  return (
    <Stack gap="sm" component="section" aria-label={t('retention.preview')}>
      <div><Title order={2} size="h3">{t('retention.preview')}</Title><Text size="sm" c="dimmed">{t('retention.previewHint')}</Text></div>
      {done !== null && <Alert color="teal" variant="outline" role="status" withCloseButton closeButtonLabel={t('common:actions.close')} onClose={() => setDone(null)}>{t('retention.done', { count: done })}</Alert>}
      <Group align="flex-start" gap="sm" className="no-print">
        <DateField label={t('retention.date')} w={170} value={day} onChange={(value) => { setPage(1); setDay(value); }} error={date === null ? t('errors:dateForm') : undefined} />
        <Select label={t('retention.kindFilter')} w={270} placeholder={t('retention.anyKind')} clearable clearButtonProps={{ 'aria-label': t('retention.anyKind') }} value={kind}
          data={retentionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => { setPage(1); setKind(kindForm.parse(value)); }} />
      </Group>
      <LoadState query={query} lines={8}>
        {(preview) => (preview.total === 0 && preview.imports === 0 ? (
          <>
            <EmptyState icon={<IconCalendarCheck />} title={t('retention.nothing')} text={t('retention.nothingText')} />
            <HeldStudents held={preview.held} />
          </>
        ) : (
          <>
            {preview.date !== today() && <Alert color="gray" variant="outline">{t('retention.future')}</Alert>}
            <DueTotals preview={preview} />
            <Group justify="space-between">
              <Text size="sm" fw={600} role="status">{t('retention.total', { count: preview.total })}</Text>
              {mayErase && preview.date === today() && kind === null && (
                <Button variant="outline" color="red" leftSection={<IconEraser size={16} aria-hidden />} onClick={() => setApplied(preview)}>{t('retention.apply')}</Button>
              )}
            </Group>
            {preview.rows.length > 0 && <DueStudents students={preview.rows} />}
            <Pages page={page} total={preview.total} onPage={setPage} />
            <HeldStudents held={preview.held} />
          </>
        ))}
      </LoadState>
      {applied && mayErase && <ApplyDialog preview={applied} onClose={() => setApplied(null)} onDone={(students) => { setApplied(null); setPage(1); setDone(students); }} />}
    </Stack>
  );
}

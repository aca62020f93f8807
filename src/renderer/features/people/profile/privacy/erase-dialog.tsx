import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useQueryOf } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { LoadState } from '../../../../ui/index.ts';
import { writeName } from '../../student-name.ts';
import { EraseForm } from './erase-form.tsx';

/** Says what an erasure takes, what stays and what stands in its way, and only then asks for it. */
export function EraseDialog({ student, onClose }: { student: Output<'students.get'>; onClose: () => void }) {
  const { t } = useTranslation(['privacy', 'common']);
  const format = useFormat();
  const [done, setDone] = useState(false);
  const query = useQueryOf('privacy.erasePreview', { studentId: student.id }, { enabled: !done });
  const close = <Group justify="flex-end"><Button variant={done ? 'filled' : 'default'} data-autofocus onClick={onClose}>{t('common:actions.close')}</Button></Group>;
  return (
    <Modal opened onClose={onClose} size="lg" closeOnClickOutside={false} title={t('erasure.title', { name: writeName(format, student.details) })} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      {done ? (
        <Stack>
          <Alert color="teal" variant="outline" icon={<IconCircleCheck aria-hidden />} title={t('erasure.done')} role="status">{t('erasure.doneText')}</Alert>
          {close}
        </Stack>
      ) : (
        <LoadState query={query} lines={8}>
          {(preview) => (preview.blocked ? (
            <Stack><Alert color="orange" variant="outline" icon={<IconGavel aria-hidden />}>{t(`erasure.${preview.blocked}`)}</Alert>{close}</Stack>
          ) : (
            <Stack>
              <Text size="sm">{t('erasure.intro')}</Text>
              <Text size="sm" c="dimmed">{t('erasure.first')}</Text>
              <WhatHappens preview={preview} />
              {preview.kinds.length === 0 ? <>{<Text size="sm" fw={600}>{t('erasure.nothing')}</Text>}{close}</>
                : <EraseForm studentId={student.id} studentNo={preview.studentNo} onClose={onClose} onDone={() => setDone(true)} />}
            </Stack>
          ))}
        </LoadState>
      )}
    </Modal>
  );
}

function WhatHappens({ preview }: { preview: Output<'privacy.erasePreview'> }) {
  const { t } = useTranslation('privacy');
  return (
    <>
      {preview.kinds.length > 0 && (
        <section aria-label={t('erasure.goes')}>
          <Text size="sm" fw={600} mb={4}>{t('erasure.goes')}</Text>
          <List size="sm" spacing={2}>{preview.kinds.map(({ kind, rows }) => <List.Item key={kind}>{t('retention.kindRows', { kind: t(`kind.${kind}`), rows })}</List.Item>)}</List>
        </section>
      )}
      <section aria-label={t('erasure.stays')}>
        <Text size="sm" fw={600} mb={4}>{t('erasure.stays')}</Text>
        <List size="sm" spacing={2}>{preview.stays.map(({ kind, rows }) => <List.Item key={kind}>{kind === 'register' ? t('stays.register') : t('retention.kindRows', { kind: t(`stays.${kind}`), rows })}</List.Item>)}</List>
      </section>
      <Stack gap={6}>
        {preview.sharedIncidents > 0 && <Text size="sm">{t('erasure.shared', { count: preview.sharedIncidents })}</Text>}
        <Text size="sm">{t('erasure.imports')}</Text>
        <Text size="sm">{t('erasure.backups')} {t('erasure.elsewhere')}</Text>
        <Text size="sm">{t('erasure.reasons')}</Text>
      </Stack>
    </>
  );
}

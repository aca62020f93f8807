import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMapping, ImportSource } from '#contract/exchange.ts';
import type { ImportOptions } from '#contract/import-options.ts';
import { optionsOfFile } from '#contract/import-profiles.ts';
import type { ImportTarget } from '#contract/import-targets.ts';
import type { Output } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { ButtonLink, JobProgress, LoadState, MomentText, Page } from '../../ui/index.ts';
import { BundlePanel } from './bundle-panel.tsx';
import { CommitBar } from './commit-bar.tsx';
import { DefaultsPanel } from './defaults-panel.tsx';
import { EarlierOffer } from './earlier-offer.tsx';
import { StateBadge } from './import-list.tsx';
import { ImportResult } from './import-result.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import { MatchPanel } from './match-panel.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import { ProfileNotes } from './profile-notes.tsx';
import { QuestionsPanel } from './questions-panel.tsx';
import { RowsPanel } from './rows-panel.tsx';
import { SourcePanel } from './source-panel.tsx';
import { TextsPanel } from './texts-panel.tsx';
import { latestYearOf } from './two-digit-years.ts';
import { useImportJob } from './use-import-job.ts';

export type ImportData = Output<'imports.get'>;

/** One import: what the file would do, the file in the records, or taken back again. */
export function ImportPage() {
  const { t } = useTranslation('exchange');
  const { importId } = useParams({ from: '/imports/$importId' });
  const query = useQueryOf('imports.get', { id: importId });
  if (!query.data) return <Page title={t('import')}><LoadState query={query} lines={8}>{() => null}</LoadState></Page>;
  return <OneImport key={importId} data={query.data} />;
}

function OneImport({ data }: { data: ImportData }) {
  const { t } = useTranslation('exchange');
  const { id, state, fileName, createdAt, createdBy, profile } = data.import;
  const { start, cancel, progress, failure } = useImportJob('imports.preview');
  // What was decided last counts, even while the preview that takes it in still runs.
  const decided = useRef(data.options);
  useEffect(() => { decided.current = data.options; }, [data.options]);
  const preview = (source: ImportSource | null, mapping: ImportMapping | null, target: ImportTarget | null = data.import.target, options: ImportOptions | null = data.options, profileId?: string | null) => {
    decided.current = options ?? decided.current;
    void start({ id, source, target, mapping, options, profileId });
  };
  const readBy = (profileId: string | null) => preview(data.source, data.mapping, undefined, decided.current, profileId);
  const decide = (change: (options: ImportOptions) => Partial<ImportOptions>) => preview(data.source, data.mapping, undefined, { ...decided.current, ...change(decided.current) });
  const unread = state === 'uploaded' || state === 'reading' || state === 'failed';
  useEffect(() => {
    if (unread) void start({ id });
    // Once, when the page opens: after a failure the user decides.
  }, [id]);
  return (
    <Page title={t('importOf', { file: fileName })} tabTitle={t('import')} actions={<ImportActions data={data} />} subtitle={(
      <Group gap="sm"><StateBadge state={progress ? 'reading' : state} /><span>{createdBy} · <MomentText at={createdAt} /></span>{profile && <span>{t('profile.of', { name: profile.name })}</span>}</Group>
    )}>
      <Stack>
        {progress && <JobProgress label={t('reading')} progress={progress} onCancel={cancel} />}
        {failure && (
          <Alert color={failure.code === 'cancelled' ? 'gray' : 'red'} role="alert" title={failure.code === 'cancelled' ? t('failed.cancelled') : t('failed.title')}>
            <Stack align="flex-start" gap="xs">
              {failure.code === 'cancelled' ? t('failed.cancelledText') : describeFailure(failure)}
              <Group gap="xs">
                <Button size="xs" variant="default" onClick={() => preview(data.source, data.mapping)}>{t('readAgain')}</Button>
                <ButtonLink size="xs" variant="default" to="/imports">{t('anotherFile')}</ButtonLink>
              </Group>
            </Stack>
          </Alert>
        )}
        {state === 'ready' && data.source && data.mapping && (
          <>
            <EarlierOffer data={data} busy={progress !== null} onTake={({ target, mapping, options }) => preview(data.source, mapping, target, { ...options, ...optionsOfFile(data.options) }, null)} />
            <ProfileNotes data={data} busy={progress !== null} onTake={readBy} />
            {data.import.target === 'oneRoster' ? <BundlePanel id={id} /> : (
              <>
                <SourcePanel source={data.source} target={data.import.target} latestYear={latestYearOf(data)} onLatestYear={(latestYear) => decide(() => ({ latestYear }))}
                  onTarget={(target) => preview(data.source, null, target, { ...data.options, wide: null }, null)}
                  onChange={(source) => (source.sheet === data.source?.sheet ? preview(source, null, null, { ...data.options, wide: null }, null) : preview(source, null, null, null, data.profile?.id))} />
                <MappingPanel menu={<ProfileMenu data={data} busy={progress !== null} onChoose={readBy} />} target={data.import.target} mapping={data.mapping} header={data.header} sample={data.sample} wide={data.options.wide}
                  onChange={(mapping, wide) => preview(data.source, mapping, undefined, { ...decided.current, wide })} />
                <DefaultsPanel target={data.import.target} matched={data.mapping} options={data.options} onChange={(change) => decide(({ defaults }) => ({ defaults: change(defaults) }))} />
                <TextsPanel data={data} onChange={(change) => decide(({ translations }) => ({ translations: change(translations) }))} />
              </>
            )}
            {data.import.target === 'students' && <MatchPanel key={failure === null ? 'read' : 'failed'} mapping={data.mapping} match={data.options.match} onChange={(match) => decide(() => ({ match }))} />}
            {!failure && <QuestionsPanel data={data} onDecide={(decisions) => decide((options) => ({ decisions: { ...options.decisions, ...decisions } }))} />}
            {!failure && <RowsPanel data={data} busy={progress !== null} onMend={(edits) => decide((options) => ({ edits: { ...options.edits, ...edits } }))} />}
            <CommitBar data={data} busy={progress !== null || failure !== null} onPreview={() => preview(data.source, data.mapping)} onAllOrNothing={(allOrNothing) => decide(() => ({ allOrNothing }))} />
          </>
        )}
        {(state === 'committed' || state === 'undone') && !progress && <ImportResult data={data} onPreview={() => preview(data.source, data.mapping)} />}
      </Stack>
    </Page>
  );
}

function ImportActions({ data }: { data: ImportData }) {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const discard = useCommand('imports.discard');
  const leave = () => void navigate({ to: '/imports' });
  return (
    <>
      {data.import.state !== 'committed' && (
        <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} loading={discard.isPending}
          onClick={() => discard.mutate({ id: data.import.id }, { onSuccess: leave })}>{t('discard')}</Button>
      )}
      <ButtonLink variant="subtle" to="/imports">{t('allImports')}</ButtonLink>
    </>
  );
}

import { Alert, Button, FileButton, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconFileSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckedCode, Verdict } from '#contract/documents.ts';
import type { Output } from '#contract/index.ts';
import { call, reportFailure } from '../../client/index.ts';
import { DateText, registerFileTarget } from '../../ui/index.ts';

/** How every code of ours begins. */
const codeStart = 'RB1…';

const colors: Record<Verdict, string> = { genuine: 'teal', void: 'red', replaced: 'orange', withdrawn: 'red', altered: 'red', foreign: 'orange', unreadable: 'gray' };

/** Tells whether a document is genuine: by the text of its code, as a scanner types it, or by its PDF. Nothing leaves the computer. */
export function CheckTab() {
  const { t } = useTranslation(['documents', 'common']);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Output<'documents.check'> | null>(null);
  const check = useCallback(async (input: { code: string } | { file: Uint8Array<ArrayBuffer> }) => {
    setBusy(true);
    try {
      setFound(await call('documents.check', input));
    } catch (error) {
      reportFailure(error);
    } finally {
      setBusy(false);
    }
  }, []);
  const takeFile = useCallback(async (file: File) => check({ file: new Uint8Array(await file.arrayBuffer()) }), [check]);
  useEffect(() => registerFileTarget((file) => void takeFile(file), 'dropDocument'), [takeFile]);
  return (
    <Stack maw={860}>
      <Paper>
        <form onSubmit={(event) => {
          event.preventDefault();
          void check({ code });
        }}>
          <Stack gap="sm">
            <Title order={2}>{t('check.title')}</Title>
            <Text size="sm" c="dimmed">{t('check.text')}</Text>
            <Textarea label={t('check.code')} placeholder={codeStart} autosize minRows={2} maxRows={6} maxLength={2000} value={code} spellCheck={false} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
              onChange={(event) => setCode(event.currentTarget.value)}
              onKeyDown={(event) => {
                // A scanner ends with Enter.
                if (event.key === 'Enter') {
                  event.preventDefault();
                  event.currentTarget.form?.requestSubmit();
                }
              }} />
            <Group>
              <Button type="submit" loading={busy} disabled={code.trim() === ''}>{t('check.action')}</Button>
              <FileButton accept=".pdf,application/pdf" onChange={(file) => file && void takeFile(file)}>
                {(button) => <Button {...button} variant="default" leftSection={<IconFileSearch size={16} aria-hidden />}>{t('check.choose')}</Button>}
              </FileButton>
              <Text size="sm" c="dimmed">{t('check.drop')}</Text>
            </Group>
          </Stack>
        </form>
      </Paper>
      <div role="status" aria-live="polite">
        <Stack gap="sm">
          {found && found.total > 1 && <Text size="sm">{t('check.many', { count: found.total })}</Text>}
          {found?.results.map((result, i) => <Result key={i} result={result} />)}
        </Stack>
      </div>
    </Stack>
  );
}

function Result({ result }: { result: CheckedCode }) {
  const { t } = useTranslation(['documents', 'common']);
  const { verdict, says, sameFile } = result;
  const differs = sameFile === false;
  const icon = verdict === 'genuine' ? (differs ? <IconAlertTriangle aria-hidden /> : <IconCircleCheck aria-hidden />) : verdict === 'replaced' || verdict === 'foreign' ? <IconAlertTriangle aria-hidden /> : <IconCircleX aria-hidden />;
  return (
    <Alert variant="outline" color={differs && verdict === 'genuine' ? 'orange' : colors[verdict]} icon={icon} title={t(`verdict.${verdict}`)} styles={{ title: { color: 'var(--mantine-color-text)' } }}>
      <Stack gap={6}>
        <Text size="sm">{t(`verdictText.${verdict}`, { serial: result.replacedBy ?? '' })}</Text>
        {says && (
          <>
            <Text size="sm" fw={600}>{t(`kind.${says.kind}`)} · {says.serial} · <DateText date={says.issuedOn} /></Text>
            <Text size="sm">{t('check.student', { number: says.studentNo, initials: says.initials })}</Text>
            {says.facts.filter(Boolean).length > 0 && <Text size="sm">{t(`facts.${says.kind}`, { first: says.facts[0] ?? '', second: says.facts[1] ?? '' })}</Text>}
            <Text size="sm" c="dimmed">{t('check.compare')}</Text>
          </>
        )}
        {result.reason && <Text size="sm">{t('reason')}: {result.reason}</Text>}
        {sameFile !== null && <Text size="sm" fw={differs ? 600 : undefined}>{t(differs ? 'check.otherFile' : 'check.sameFile')}</Text>}
      </Stack>
    </Alert>
  );
}

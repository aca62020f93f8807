import { Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedKind, LetterheadSettings, TemplateSettings } from '#contract/documents.ts';
import { language as languageForm } from '#contract/fields.ts';
import { useQueryOf } from '../../client/index.ts';
import { readLanguage } from '../../i18n/index.ts';

export interface PreviewProps { kind: IssuedKind; settings: TemplateSettings; letterhead: LetterheadSettings }

/** A sample page as it would be printed with what is in the forms now, saved or not. */
export function Preview({ kind, settings, letterhead }: PreviewProps) {
  const { t } = useTranslation(['documents', 'common']);
  const [language, setLanguage] = useState(readLanguage);
  const [input] = useDebouncedValue({ kind, settings, letterhead }, 350);
  const page = useQueryOf('documents.preview', { ...input, language }, { keep: true });
  const url = usePicture(page.data?.svg);
  return (
    <Stack gap="xs" style={{ position: 'sticky', top: 0 }}>
      <Group justify="space-between">
        <Text fw={600} size="sm">{t('preview.title')}</Text>
        <SegmentedControl size="xs" aria-label={t('issue.language')} value={language} onChange={(value) => setLanguage(languageForm.parse(value))}
          data={[{ value: 'el', label: t('common:language.el') }, { value: 'en', label: t('common:language.en') }]} />
      </Group>
      {url ? (
        <img src={url} alt={t('preview.alt', { kind: t(`kind.${kind}`) })} style={{ width: '100%', aspectRatio: '595 / 842', border: '1px solid var(--rollbook-line)', borderRadius: 6, background: '#fff', display: 'block' }} />
      ) : page.isError ? <Text size="sm" c="dimmed">{t('preview.invalid')}</Text> : <Skeleton style={{ aspectRatio: '595 / 842' }} />}
    </Stack>
  );
}

/** A picture's address for as long as it is shown. */
function usePicture(svg: string | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (svg === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url;
}

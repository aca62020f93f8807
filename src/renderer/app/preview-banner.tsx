import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../client/index.ts';
import { pickName, useFormat } from '../i18n/format.ts';
import { usePreview } from '../ui/index.ts';
import classes from './preview-banner.module.css';

/** The height of the banner, in pixels: the shell makes room for it. */
export const bannerHeight = 44;

/** Says over the whole window that the program is seen as somebody else, and leads back. */
export function PreviewBanner() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const format = useFormat();
  const preview = usePreview();
  if (!me?.preview) return null;
  return (
    <Group component="section" aria-label={t('preview.label')} className={classes.banner} h={bannerHeight} px="md" gap="sm" wrap="nowrap">
      <IconEye size={20} aria-hidden />
      <Text size="sm" fw={600} lineClamp={2}>{t('preview.text', { what: pickName(format, me.preview.nameEl, me.preview.nameEn) })}</Text>
      <Button size="compact-sm" variant="default" ml="auto" className={classes.end} leftSection={<IconArrowBackUp size={16} aria-hidden />} loading={preview.busy} onClick={() => void preview.end()}>
        {t('preview.end')}
      </Button>
    </Group>
  );
}

/** Tells those who hear the window that it is seen as somebody else: a part of the page that is there before its text changes. */
export function PreviewNotice() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const format = useFormat();
  return <VisuallyHidden role="status">{me?.preview && t('preview.text', { what: pickName(format, me.preview.nameEl, me.preview.nameEn) })}</VisuallyHidden>;
}

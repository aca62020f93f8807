import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Asks before a screen with unsaved changes is left, by link, by Back or by closing the window. */
export function LeaveGuard({ isDirty }: { isDirty: () => boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: isDirty, withResolver: true });
  return (
    <ConfirmDialog opened={blocker.status === 'blocked'} title={t('unsaved.title')} text={t('unsaved.text')} action={t('unsaved.leave')} dangerous
      onConfirm={() => blocker.proceed?.()} onClose={() => blocker.reset?.()} />
  );
}

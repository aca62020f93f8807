import { Button, Group, Kbd, Modal, Stack } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#contract/errors.ts';
import { writeShortcut, isApple } from '../platform/system.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { FormFailure } from './form-errors.tsx';

export interface DialogFormProps {
  title: string;
  busy: boolean;
  failure: Failure | null;
  isDirty: () => boolean;
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  size?: 'lg' | 'xl';
  /** The verb on the button, where it is not simply Save. */
  submit?: string;
  children: ReactNode;
}

/** A form in a dialog: Ctrl+S or Enter saves, Esc leaves, and asks first when something was typed. */
export function DialogForm({ title, busy, failure, isDirty, onSubmit, onClose, size = 'lg', submit, children }: DialogFormProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const leave = () => (isDirty() ? setAsking(true) : onClose());
  const press = (event: KeyboardEvent) => {
    if (!(isApple ? event.metaKey : event.ctrlKey) || (event.key.toLowerCase() !== 's' && event.code !== 'KeyS')) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <>
      <Modal opened onClose={leave} title={title} size={size} closeButtonProps={{ 'aria-label': t('actions.close') }}>
        <form onSubmit={onSubmit} onKeyDown={press} noValidate>
          <Stack>
            {children}
            <FormFailure failure={failure} />
            <Group justify="flex-end">
              <Button variant="default" onClick={leave}>{t('actions.cancel')}</Button>
              <Button type="submit" loading={busy} rightSection={<Kbd size="xs">{writeShortcut('S')}</Kbd>}>{submit ?? t('actions.save')}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      <ConfirmDialog opened={asking} dangerous title={t('unsaved.title')} text={t('unsaved.text')} action={t('unsaved.leave')}
        onClose={() => setAsking(false)} onConfirm={onClose} />
    </>
  );
}

import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import type { Failure } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { toFailure, useCommand } from '../../client/index.ts';
import { applyFieldErrors } from '../../ui/index.ts';

type Settings = Output<'settings.get'>['settings'];
/** The form's fields as text and numbers: an empty folder is the data folder's own. */
export type SettingsValues = Omit<Settings, 'backupFolder'> & { backupFolder: string };

const toValues = (settings: Settings): SettingsValues => ({ ...settings, backupFolder: settings.backupFolder ?? '' });

/** A form over some of the school's settings. What was typed stays when saving fails; what others save shows up while nothing is typed. */
export function useSettingsForm(data: Output<'settings.get'>, own: readonly (keyof SettingsValues)[]) {
  const form = useForm<SettingsValues>({ mode: 'controlled', initialValues: toValues(data.settings) });
  const [failure, setFailure] = useState<Failure | null>(null);
  const update = useCommand('settings.update', { handles: ['invalidInput', 'conflict', 'refused'] });
  useEffect(() => {
    const fresh = toValues(data.settings);
    if (form.isDirty()) return;
    form.setInitialValues(fresh);
    form.setValues(fresh);
    // Only a change of the saved settings may touch the form, not each new render of it.
  }, [data.rev]);
  const save = form.onSubmit((values) => {
    setFailure(null);
    // Only this form's fields: another form's unsaved or older values must not ride along.
    const mine = Object.fromEntries(own.map((key) => [key, values[key]]));
    update.mutate({ rev: data.rev, settings: { ...data.settings, ...mine } }, {
      onSuccess: () => form.resetDirty(),
      onError: (error) => {
        const next = toFailure(error);
        setFailure(next);
        applyFieldErrors(form, next, 'settings.');
      },
    });
  });
  return { form, save, failure, saving: update.isPending };
}

import { Alert, Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle, IconDeviceFloppy } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { permissionWords } from '#contract/permission-words.ts';
import type { Permission } from '#contract/permissions.ts';
import type { RoleDraft, RoleView } from '#contract/roles.ts';
import { useCommand, useMe } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { escapeKey } from '../../../platform/keys.ts';
import { writeShortcut } from '../../../platform/system.ts';
import { ConfirmDialog, focusFirstError, FormFailure, LeaveGuard, useFormKeys, useSave, validateWith } from '../../../ui/index.ts';
import { AllowsPanel } from '../allows-panel.tsx';
import { Matrix } from '../matrix/matrix.tsx';
import { SideBySide } from '../matrix/side-by-side.tsx';
import { inShort, say } from '../words.ts';
import { AboutFields } from './about-fields.tsx';
import { Difference, type Base } from './difference.tsx';
import classes from './form.module.css';
import { difference, mayGive, tick, type Ticked } from './rules-draft.ts';

export interface RoleFormProps {
  initial: RoleDraft;
  /** The stored role that is changed; null for a new one. */
  stored: RoleView | null;
  base: Base | null;
  notice?: ReactNode;
  onSaved: (id: string) => void;
  onLeave: () => void;
}

/** Builds a role of the school's own. What is ticked brings along what it needs, and the page says all the while what comes of it. */
export function RoleForm({ initial, stored, base, notice, onSaved, onLeave }: RoleFormProps) {
  const { t } = useTranslation(['roles', 'common']);
  const format = useFormat();
  const me = useMe();
  const save = useCommand('roles.save', { handles: errorCodes });
  const [ticked, setTicked] = useState<Ticked & { on: boolean }>({ chosen: initial.permissions, also: [], on: true });
  const [asking, setAsking] = useState(false);
  const leaving = useRef(false);
  const { permissions: _permissions, ...about } = initial;
  const check = validateWith(contract['roles.save'].input.shape.role);
  const form = useForm({ initialValues: about, validate: (values) => check({ ...values, permissions: ticked.chosen }) });
  const { failure, save: send } = useSave(form, () => undefined);

  const ownPermissions = me?.permissions;
  const held = useMemo(() => new Set(ownPermissions), [ownPermissions]);
  const onTick = useCallback((asked: readonly Permission[], on: boolean) => setTicked((now) => ({ ...tick(now.chosen, asked, on), on })), []);
  const editing = useMemo(() => ({ mayGive: (permission: Permission) => mayGive(held, permission), onTick }), [held, onTick]);

  const values = form.getValues();
  const draft = { permissions: [...ticked.chosen], fieldClasses: values.fieldClasses };
  const isDirty = () => !leaving.current && (form.isDirty() || changed(difference(initial.permissions, ticked.chosen)));
  const leave = () => (isDirty() ? setAsking(true) : onLeave());
  const submit = form.onSubmit(
    (entered) => void send(async () => {
      const saved = await save.mutateAsync({ id: stored?.key ?? null, rev: stored?.rev ?? null, role: { ...entered, permissions: draft.permissions } });
      leaving.current = true;
      onSaved(saved.id);
    }),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  useFormKeys({ onSave: () => submit(), onLeave: leave });
  const write = (permissions: readonly Permission[]) => permissions.map((permission) => inShort(say(format, permissionWords[permission]))).join(' · ');
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {notice}
        <AboutFields form={form} permissions={ticked.chosen} />
        <SideBySide label={t('allows.title')} side={<Stack>{base && <Difference base={base} draft={draft} />}<AllowsPanel permissions={draft.permissions} classes={draft.fieldClasses} /></Stack>}>
          <Matrix chosen={ticked.chosen} editing={editing} />
        </SideBySide>
        <Stack gap="xs" className={classes.bar}>
          <Text size="sm" role="status" lineClamp={2} className={classes.also}>
            {ticked.also.length > 0 && t(ticked.on ? 'form.also' : 'form.alsoCleared', { what: write(ticked.also) })}
          </Text>
          {stored && stored.holders > 0 && <Losses stored={stored} draft={draft} />}
          <FormFailure failure={failure} />
          <Group>
            <Button type="submit" loading={save.isPending} leftSection={<IconDeviceFloppy size={17} aria-hidden />} rightSection={<Kbd size="xs">{writeShortcut('S')}</Kbd>}>{t('common:actions.save')}</Button>
            <Button variant="default" onClick={leave} rightSection={<Kbd size="xs">{escapeKey}</Kbd>}>{t('common:actions.cancel')}</Button>
          </Group>
        </Stack>
      </Stack>
      <LeaveGuard isDirty={isDirty} />
      <ConfirmDialog opened={asking} dangerous title={t('common:unsaved.title')} text={t('common:unsaved.text')} action={t('common:unsaved.leave')} onClose={() => setAsking(false)}
        onConfirm={() => {
          leaving.current = true;
          onLeave();
        }} />
    </form>
  );
}

const changed = ({ added, removed }: { added: unknown[]; removed: unknown[] }): boolean => added.length + removed.length > 0;

/** Warns of what those who have the role would no longer be able to do. */
function Losses({ stored, draft }: { stored: RoleView; draft: Pick<RoleDraft, 'permissions' | 'fieldClasses'> }) {
  const { t } = useTranslation('roles');
  const format = useFormat();
  const lost = [
    ...difference(stored.permissions, draft.permissions).removed.map((permission) => inShort(say(format, permissionWords[permission]))),
    ...difference(stored.fieldClasses, draft.fieldClasses).removed.map((name) => t('form.fields', { what: t(`fieldClass.${name}.name`) })),
  ];
  if (lost.length === 0) return null;
  return (
    <Alert color="orange" variant="light" role="status" icon={<IconAlertTriangle aria-hidden />} py="xs">
      <Text size="sm" lineClamp={3}>{t('form.loses', { count: stored.holders, what: lost.join(' · ') })}</Text>
    </Alert>
  );
}

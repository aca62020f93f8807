import { Button, Group, Progress, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#contract/errors.ts';
import { call, toFailure, useQueryOf } from '../../client/index.ts';
import { focusFirstError, FormFailure, GateFrame } from '../../ui/index.ts';
import { readLanguage } from '../../i18n/index.ts';
import { checkStep, useWizardForm, type CreatedSchool, type WizardStep } from './wizard-form.ts';
import { AccountStep, PassphraseStep } from './wizard-account.tsx';
import { SchoolStep, SummaryStep } from './wizard-school.tsx';
import { YearStep } from './wizard-year.tsx';

/** The steps of a new school; each is checked before the next. */
export function Wizard({ onBack, onCreated }: { onBack: () => void; onCreated: (created: CreatedSchool) => void }) {
  const { t } = useTranslation(['setup', 'common']);
  const { data: status } = useQueryOf('setup.status', {});
  const form = useWizardForm();
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asksPassphrase = status?.keyHolder === 'passphrase';
  const steps: WizardStep[] = ['school', 'year', 'account', ...(asksPassphrase ? ['passphrase' as const] : []), 'summary'];
  const step = steps[at] ?? 'summary';

  const create = async () => {
    const { passwordAgain: _again, passphrase, passphraseAgain: _againToo, ...draft } = form.values;
    const school = { ...draft, language: readLanguage() };
    setBusy(true);
    setFailure(null);
    try {
      const { recoveryCode } = await call('setup.create', { school, passphrase: asksPassphrase ? passphrase : undefined });
      onCreated({ recoveryCode, school });
    } catch (error) {
      setFailure(toFailure(error));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors = checkStep(step, form.values);
    form.setErrors(errors);
    const wrong = Object.keys(errors);
    if (wrong.length > 0) focusFirstError(form, wrong);
    else if (step === 'summary') void create();
    else setAt(at + 1);
  };
  const back = () => (at === 0 ? onBack() : setAt(at - 1));

  return (
    <GateFrame title={t(`steps.${step}`)} width={560}
      text={<><Text size="sm" c="dimmed" mb={6}>{t('step', { number: at + 1, total: steps.length })}</Text>
        <Progress size="xs" value={((at + 1) / steps.length) * 100} aria-hidden /></>}>
      <form onSubmit={submit} noValidate key={step}>
        {step === 'school' && <SchoolStep form={form} />}
        {step === 'year' && <YearStep form={form} />}
        {step === 'account' && <AccountStep form={form} />}
        {step === 'passphrase' && <PassphraseStep form={form} />}
        {step === 'summary' && <SummaryStep values={form.values} />}
        <FormFailure failure={failure} />
        <Group justify="space-between" mt="xl">
          <Button variant="default" onClick={back} disabled={busy}>{t('common:actions.back')}</Button>
          <Button type="submit" loading={busy}>{t(step === 'summary' ? 'summary.create' : 'common:actions.next')}</Button>
        </Group>
        {busy && <Text size="sm" c="dimmed" ta="right" mt="xs" role="status">{t('summary.creating')}</Text>}
      </form>
    </GateFrame>
  );
}

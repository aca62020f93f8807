import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { GateFrame } from '../../ui/index.ts';
import { Refusal, type Tried } from './refusal.tsx';

interface CodeStepProps extends Tried { username: string; onSubmit: (code: string) => void; onBack: () => void }

/** The second factor: six digits from the phone, or a code for one use. */
export function CodeStep({ username, onSubmit, onBack, busy, failure, seconds }: CodeStepProps) {
  const { t } = useTranslation(['session', 'common']);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(code);
  };
  return (
    <GateFrame title={t('code.title')} text={t('code.text', { username })}>
      <form onSubmit={submit} style={{ display: 'contents' }}>
        <TextInput label={t('code.label')} description={t('code.hint')} inputWrapperOrder={['label', 'input', 'description']} value={code} onChange={(event) => setCode(event.currentTarget.value)} size="md"
          autoComplete="one-time-code" autoFocus required withAsterisk={false} maxLength={20} spellCheck={false} autoCapitalize="none"
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', letterSpacing: '0.15em' } }} />
        <Refusal failure={failure} seconds={seconds} />
        <Button type="submit" size="md" loading={busy} disabled={seconds > 0 || code.trim() === ''}>{t('code.submit')}</Button>
        <Button variant="subtle" onClick={onBack} disabled={busy}>{t('common:actions.back')}</Button>
      </form>
    </GateFrame>
  );
}

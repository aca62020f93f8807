import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The six digits that the authenticator app shows now. */
export function TimedCodeField({ value, onChange, error }: { value: string; onChange: (code: string) => void; error: string | null }) {
  const { t } = useTranslation('settings');
  return (
    <TextInput label={t('twoFactor.code')} value={value} onChange={(event) => onChange(event.currentTarget.value)} error={error} required withAsterisk={false} data-autofocus
      inputMode="numeric" autoComplete="one-time-code" maxLength={20} maw={260} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', letterSpacing: '0.15em' } }} />
  );
}

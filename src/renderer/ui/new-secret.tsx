import { Box, PasswordInput, Progress, Text, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { estimateStrength, strengthLevels } from './rules-strength.ts';

const colours = { tooShort: 'red', weak: 'red', fair: 'orange', good: 'teal', strong: 'teal' } as const;

export interface NewSecretProps extends Omit<PasswordInputProps, 'value'> {
  value: string;
  /** Names that others know and that therefore add nothing. */
  known?: readonly string[];
  /** The least length, where the school asks for more than usual. */
  least?: number;
}

/** A field for a new password or passphrase that says in words how strong it is. */
export function NewSecret({ value, known, least, ...input }: NewSecretProps) {
  const { t } = useTranslation();
  const { level, weakness, missing } = estimateStrength(value, known, least);
  const step = strengthLevels.indexOf(level) + 1;
  return (
    <Box>
      <PasswordInput {...input} value={value} autoComplete="new-password" maxLength={200} />
      {value !== '' && (
        <Box mt={6}>
          <Progress value={(step / strengthLevels.length) * 100} color={colours[level]} size="sm" aria-label={t('strength.label')} />
          <Text size="xs" c="dimmed" mt={3} role="status">
            {t(`strength.${level}`, { count: missing })}{weakness && `. ${t(`strength.${weakness}`)}`}
          </Text>
        </Box>
      )}
    </Box>
  );
}

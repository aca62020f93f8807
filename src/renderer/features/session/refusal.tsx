import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** How the last try went: why it failed, and the seconds that have to pass before the next. */
export interface Tried {
  failure: string | null;
  busy: boolean;
  seconds: number;
}

/** Says why one is not let in, and how long to wait. */
export function Refusal({ failure, seconds }: Omit<Tried, 'busy'>) {
  const { t } = useTranslation('session');
  if (failure === null) return null;
  const wait = seconds > 90 ? t('waitMinutes', { count: Math.ceil(seconds / 60) }) : t('wait', { count: seconds });
  return <Alert color="red" role="alert">{failure}{seconds > 0 && <div>{wait}</div>}</Alert>;
}

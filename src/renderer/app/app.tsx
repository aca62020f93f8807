import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/el';
import 'dayjs/locale/en-gb';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { provideWindowTasks, queryClient } from '../client/index.ts';
import { askPassword } from '../ui/index.ts';
import { Gatekeeper } from './gatekeeper.tsx';
import { createLocalTheme, resolveVariables } from './theme.ts';
import { showBlocked, showFailure, showUndoOffer, showUndone } from './window-messages.tsx';

provideWindowTasks({ askPassword, offerUndo: showUndoOffer, tellUndone: showUndone, tellBlocked: showBlocked, tellFailure: showFailure });

/** The whole window: look, language, memory of answers, and the gate before the program. */
export function App() {
  const { t, i18n } = useTranslation();
  const theme = useMemo(() => createLocalTheme(t), [t]);
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
        <DatesProvider settings={{ locale: i18n.language === 'en' ? 'en-gb' : 'el', firstDayOfWeek: 1 }}>
          <Notifications position="bottom-right" limit={4} />
          <Gatekeeper />
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}

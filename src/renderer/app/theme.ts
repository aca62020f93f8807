import { createTheme, mergeThemeOverrides, type CSSVariablesResolver, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';
import type { TFunction } from 'i18next';

/** The school's ink: a deep sea blue, calm on white and clear on dark. */
const ink: MantineColorsTuple = [
  '#eef6fa', '#dceaf1', '#b6d5e3', '#8bbdd3', '#67a8c5', '#4c98ba', '#29779b', '#17688b', '#0f5674', '#0a445e',
];

/** Greys with a trace of the ink, so that surfaces belong together; darkest last. */
const dark: MantineColorsTuple = [
  '#d3dae0', '#b6c0c9', '#98a5b0', '#6c7a87', '#465361', '#35414d', '#28323c', '#1c242c', '#161d24', '#10161b',
];

/** Mantine's red is too light for white letters in its filled shades. */
const red: MantineColorsTuple = [
  '#fff1f0', '#ffe0de', '#ffc2bd', '#ff9a91', '#f97066', '#ef4b40', '#d2281c', '#b42318', '#912018', '#7a271a',
];

/* The look of the window: dense, quiet, the same in both schemes. */
const theme = createTheme({
  primaryColor: 'ink',
  colors: { ink, dark, red },
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' }, h4: { fontSize: '0.875rem' } },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Portal: { defaultProps: { target: '#overlays' } },
    InputWrapper: { styles: { label: { fontWeight: 500, marginBottom: 4 }, error: { marginTop: 4 } } },
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    // A dialog is a Paper as well: with its padding the title that stays would stick below the edge, and what is scrolled show above it.
    ModalContent: { defaultProps: { p: 0 } },
    DrawerContent: { defaultProps: { p: 0 } },
    // The placeholder has a role that axe does not let stand in a menu; the first item takes the focus itself.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Paper: { defaultProps: { withBorder: true, p: 'md' } },
    // A student's record has eleven tabs: in one row at 1280 pixels, in both languages.
    Tabs: { styles: { tab: { paddingInline: 10 } } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    // Mantine's grey under a title is too faint to read.
    Notification: { styles: { description: { color: 'var(--mantine-color-text)' } } },
    Loader: { defaultProps: { type: 'dots' } },
  },
});

/** The theme with the names of its little buttons in the user's language: a screen reader says them. */
export function createLocalTheme(t: TFunction): MantineThemeOverride {
  const close = { 'aria-label': t('actions.close') };
  const reveal = { 'aria-label': t('showPassword') };
  return mergeThemeOverrides(theme, {
    components: {
      Modal: { defaultProps: { closeButtonProps: close } },
      Notification: { defaultProps: { closeButtonProps: close } },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: reveal } },
      FileInput: { defaultProps: { clearButtonProps: { 'aria-label': t('actions.clear') } } },
    },
  });
}

/** Colours that Mantine draws too faintly for WCAG AA, made to reach it in both schemes. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#17212a',
    '--mantine-color-dimmed': '#51606d',
    '--mantine-color-placeholder': '#5f6d79',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0f5674',
    // Titles of warnings and outlined marks, on the page as on their own tint.
    '--mantine-color-yellow-light-color': '#7a4d00',
    '--mantine-color-yellow-outline': '#7a4d00',
    '--mantine-color-orange-light-color': '#8a3c00',
    '--mantine-color-orange-outline': '#8a3c00',
    '--mantine-color-teal-light-color': '#0a5c47',
    '--rollbook-page': '#f7f9fa',
    '--rollbook-surface': '#ffffff',
    '--rollbook-line': '#dfe5ea',
  },
  dark: {
    '--mantine-color-body': '#1a2229',
    '--mantine-color-text': '#e2e8ed',
    '--mantine-color-dimmed': '#a3b0bb',
    '--mantine-color-placeholder': '#93a1ad',
    '--mantine-color-error': '#ff9a91',
    '--mantine-color-anchor': '#8bc4dd',
    '--rollbook-page': '#12181e',
    '--rollbook-surface': '#1a2229',
    '--rollbook-line': '#2d3842',
  },
});

import { themeQuartz } from 'ag-grid-community';

/** The grid in the window's colours. They are variables, so that light and dark follow by themselves. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 'var(--mantine-font-size-sm)',
  headerFontSize: 'var(--mantine-font-size-sm)',
  headerFontWeight: 600,
  backgroundColor: 'var(--rollbook-surface)',
  foregroundColor: 'var(--mantine-color-text)',
  textColor: 'var(--mantine-color-text)',
  headerBackgroundColor: 'var(--mantine-color-body)',
  headerTextColor: 'var(--mantine-color-text)',
  borderColor: 'var(--rollbook-line)',
  accentColor: 'var(--mantine-primary-color-filled)',
  rowHoverColor: 'color-mix(in srgb, var(--mantine-primary-color-filled) 8%, transparent)',
  selectedRowBackgroundColor: 'color-mix(in srgb, var(--mantine-primary-color-filled) 16%, transparent)',
  rowHeight: 36,
  headerHeight: 38,
  cellHorizontalPadding: 12,
  wrapperBorderRadius: 'var(--mantine-radius-md)',
});

import { expect, test } from 'vitest';
import { isTrustedSender, pageOrigin } from '../../src/main/desktop/sender.ts';

test('only the top frame of our own page may send messages', () => {
  expect(isTrustedSender({ origin: pageOrigin, parent: null })).toBe(true);
  expect(isTrustedSender(null)).toBe(false);
  expect(isTrustedSender({ origin: pageOrigin, parent: {} })).toBe(false);
  for (const origin of ['app://other', 'https://example.org', 'file://', 'null', `${pageOrigin}.example.org`, '']) {
    expect(isTrustedSender({ origin, parent: null })).toBe(false);
  }
});

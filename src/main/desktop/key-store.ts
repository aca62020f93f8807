import { safeStorage } from 'electron';
import type { KeyStore } from '../core/kernel/core.ts';

/** Electron's fallbacks on Linux: a key that anyone can read is no key. */
const refused = ['basic_text', 'unknown'];

/** The operating system's key store; null where there is none worth the name. Once the application is ready. */
export function openKeyStore(): KeyStore | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && refused.includes(safeStorage.getSelectedStorageBackend())) return null;
  return {
    wrap: (key) => safeStorage.encryptString(Buffer.from(key).toString('base64')),
    unwrap: (wrapped) => Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64'),
  };
}

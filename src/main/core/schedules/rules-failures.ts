/** The message for what the system says when a file cannot be written into a folder. */
export function folderMessage(code: string): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'folderMissing';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'folderReadOnly';
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'folderFull' : 'folderFailed';
}

const certificateCodes = /^(ERR_TLS|CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY))/;

/** The message for what sending e-mail fails by: nodemailer's code, the system's or TLS's own, and the server's number. */
export function mailMessage({ code = '', cause = '', response = 0 }: { code?: string; cause?: string; response?: number }): string {
  if (certificateCodes.test(code) || certificateCodes.test(cause)) return 'mailCertificate';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'mailAuth';
  if (code === 'ETIMEDOUT' || cause === 'ETIMEDOUT') return 'mailTimeout';
  if (code === 'ETLS') return 'mailNoEncryption';
  if (response === 552 || response === 523) return 'mailTooLarge';
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'mailRefused';
  return ['ECONNECTION', 'ESOCKET', 'EDNS', 'ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET'].includes(code) ? 'mailUnreachable' : 'mailFailed';
}

/** The message for why the named account could not do it; null where the failure says enough itself. */
export const runAsMessages: Readonly<Record<string, string>> = { notSignedIn: 'runAsGone', mustChange: 'runAsMustChange', forbidden: 'runAsForbidden' };

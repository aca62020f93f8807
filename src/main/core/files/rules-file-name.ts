const longest = 200;
/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/* Characters that steer the terminal or turn writing round, so that a name reads otherwise than it is. */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The last part of a path as a name that every system takes and that reads as it is: what comes in with a file is somebody else's text. */
export function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.normalize('NFC').replace(unseen, '').replace(/[<>:"|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : '';
  const short = plain.length > longest ? plain.slice(0, longest - ending.length) + ending : plain;
  if (short === '') return 'file';
  return devices.test(short) ? `_${short}` : short;
}

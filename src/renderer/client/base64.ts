/** Bytes as base64 text, in slices so that a large file does not overflow the call stack. */
export function toBase64(content: Uint8Array): string {
  const slice = 0x8000;
  let binary = '';
  for (let at = 0; at < content.length; at += slice) binary += String.fromCharCode(...content.subarray(at, at + slice));
  return btoa(binary);
}

/** A JSON text in which every byte array stands as base64. */
export function toJson(input: unknown): string {
  return JSON.stringify(input, (_key, value: unknown) => (value instanceof Uint8Array ? toBase64(value) : value));
}

/** Letters of code page 737 from 0x80 on, as far as names have them: zips made by Windows in Greek call their files in it. */
const greek: Readonly<Record<number, string>> = Object.fromEntries([
  ...[...'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψ'].map((letter, i) => [0x80 + i, letter]),
  ...[...'ωάέήϊίόύϋώΆΈΉΊΌΎΏ'].map((letter, i) => [0xe0 + i, letter]), [0xf4, 'Ϊ'], [0xf5, 'Ϋ'], [0xff, ' '],
]) as Record<number, string>;

/** A name in a zip as text: UTF-8 where it is that, else as Greek Windows writes it. */
export function zipName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : greek[byte] ?? '_')).join('');
  }
}

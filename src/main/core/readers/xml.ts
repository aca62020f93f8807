import { SaxesParser } from 'saxes';
import { damaged } from './refusal.ts';

/** What a reader does with a part of a workbook. Names come without their namespace prefix. */
export interface XmlVisitor {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Called after each piece of input: the place to give way and to tell progress. */
  breathe?(bytes: number): Promise<void>;
}

/** Walks through XML as it arrives. XML that is not well formed throws `damagedFile`. */
export async function walkXml(stream: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: false });
  parser.on('error', () => {
    throw damaged();
  });
  if (visitor.open) parser.on('opentag', (tag) => visitor.open?.(localName(tag.name), tag.attributes));
  if (visitor.text) {
    parser.on('text', (text) => visitor.text?.(text));
    parser.on('cdata', (text) => visitor.text?.(text));
  }
  if (visitor.close) parser.on('closetag', (tag) => visitor.close?.(localName(tag.name)));
  let decoder: TextDecoder | null = null;
  for await (const chunk of stream) {
    decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8');
    parser.write(decoder.decode(chunk, { stream: true }));
    if (visitor.breathe) await visitor.breathe(chunk.length);
  }
  parser.close();
}

/** The name after the namespace prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its local name, whatever its prefix. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  if (name in attributes) return attributes[name];
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name);
  return key === undefined ? undefined : attributes[key];
}

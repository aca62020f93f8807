import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { language } from '#contract/fields.ts';

const bounds = z.object({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(200), height: z.number().int().min(200) });
const memory = z.object({
  bounds: bounds.nullable().catch(null).default(null),
  maximized: z.boolean().catch(false).default(false),
  language: language.nullable().catch(null).default(null),
});

/** What a window remembers between starts: nothing about people. */
export type WindowMemory = z.infer<typeof memory>;

/** Reads the memory; a missing or damaged file is an empty one. */
export function readMemory(file: string): WindowMemory {
  try {
    return memory.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return memory.parse({});
  }
}

/** Writes the memory. */
export function writeMemory(file: string, value: WindowMemory): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
}

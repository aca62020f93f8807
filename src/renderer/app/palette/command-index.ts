import { Index } from 'flexsearch';
import { fold } from './fold.ts';

/** What the index needs of a command: its key and its names in both languages. */
export interface Findable { key: string; names: readonly string[] }

const wordsOf = (text: string) => fold(text).split(/[\s,.()]+/).filter(Boolean);

/** Makes the function that finds the keys of the commands of which every typed word begins a word, in either language. */
export function indexCommands(commands: readonly Findable[]): (typed: string) => Set<string> {
  const index = new Index({ tokenize: 'forward', encode: wordsOf });
  commands.forEach(({ names }, position) => index.add(position, names.join(' ')));
  return (typed) => new Set(index.search(typed, { limit: commands.length }).flatMap((position) => commands[Number(position)]?.key ?? []));
}

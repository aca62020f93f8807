import { describe, expect, it } from 'vitest';
import { indexCommands } from './command-index.ts';

describe('the palette\'s commands', () => {
  const find = indexCommands([
    { key: 'lock', names: ['Κλείδωμα οθόνης', 'Lock the screen'] },
    { key: 'print', names: ['Εκτύπωση', 'Print'] },
  ]);
  it.each(['κλειδ', 'ΟΘΌΝΗΣ', 'lock', 'scr lo', 'κλείδωμα οθονησ'])('are found by %s', (typed) => {
    expect([...find(typed)]).toEqual(['lock']);
  });
  it('are not found by what is in neither name', () => {
    expect([...find('students')]).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { moveColumn, orderColumns } from './column-order.ts';

const offered = ['a', 'b', 'c', 'd'];
const keys = (columns: { key: string; chosen: boolean }[]) => columns.map(({ key, chosen }) => (chosen ? key.toUpperCase() : key)).join('');

describe('the columns of an export', () => {
  it('are the usual ones in the order of the table at first', () => expect(keys(orderColumns(offered, null, ['a', 'c']))).toBe('AbCd'));
  it('are those of the last time, in their order, before the others', () => expect(keys(orderColumns(offered, ['c', 'a'], ['a']))).toBe('CAbd'));
  it('leave out what is no longer shown to the user', () => expect(keys(orderColumns(offered, ['x', 'b'], ['a']))).toBe('Bacd'));
  it('are the usual ones again where nothing is left of the last time', () => expect(keys(orderColumns(offered, ['x'], ['a']))).toBe('Abcd'));
  it.each([[1, -1, 'bacd'], [1, 1, 'acbd'], [0, -1, 'abcd'], [3, 1, 'abcd'], [9, 1, 'abcd']])('move from %i by %i', (index, by, expected) =>
    expect(keys(moveColumn(orderColumns(offered, null, []), index, by))).toBe(expected));
});

import { expect, it } from 'vitest';
import { parseTypedDate } from './parse-date.ts';

const today = new Date(2026, 10, 24);

it.each([
  ['5/9/2011', '2011-09-05'], ['05.09.2011', '2011-09-05'], ['5-9-11', '2011-09-05'], ['5 9 2011', '2011-09-05'], ['05092011', '2011-09-05'],
  [' 2011-9-5 ', '2011-09-05'], ['29/2/2012', '2012-02-29'], ['1/1/99', '1999-01-01'], ['1/1/30', '2030-01-01'], ['1/1/32', '1932-01-01'],
])('reads %s as %s', (typed, iso) => expect(parseTypedDate(typed, today)).toBe(iso));

it.each(['', '31/2/2011', '29/2/2011', '5/13/2011', '5/9', 'αύριο', '5/9/20111', '0/1/2011'])('refuses %s', (typed) => {
  expect(parseTypedDate(typed, today)).toBeNull();
});

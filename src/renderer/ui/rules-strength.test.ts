import { describe, expect, it } from 'vitest';
import { estimateStrength } from './rules-strength.ts';

const level = (password: string, known: string[] = []) => estimateStrength(password, known).level;

describe('the strength of a password', () => {
  it('counts what is missing to the least length', () => {
    expect(estimateStrength('abc')).toEqual({ level: 'tooShort', weakness: null, missing: 7 });
  });
  it('counts to the school\'s own least length', () => {
    expect(estimateStrength('τραπέζι βροχή', [], 16)).toEqual({ level: 'tooShort', weakness: null, missing: 3 });
  });
  it.each(['password123', 'qwertyuiop', '1234567890', 'aaaaaaaaaaaa', 'abcabcabcabc', 'Olympiakos7', 'ολυμπιακός1', 'καλημέρα2024'])('calls %s weak', (password) => {
    expect(level(password)).toBe('weak');
  });
  it('does not count names that others know', () => {
    expect(level('papadopoulos1', ['maria.papadopoulos'])).toBe('weak');
    expect(estimateStrength('papadopoulos1', ['maria.papadopoulos']).weakness).toBe('personal');
  });
  it.each(['τραπέζι βροχή λεμόνι μολύβι', 'rain-table-lemon-pencil', 'f7#Kq!2mZx9@Lw'])('calls %s good or strong', (password) => {
    expect(['good', 'strong']).toContain(level(password));
  });
});

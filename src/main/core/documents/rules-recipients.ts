/** A guardian as letters see them. */
export interface LetterGuardian {
  familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null; sex: string | null; relation: string;
  priority: number; noContact: boolean; receivesReports: boolean; address: string | null;
}
export interface Recipients { guardians: readonly LetterGuardian[]; address: string | null }

/**
 * To whom a letter about a student goes: the first guardian, in the order of contact, who receives reports and has no no-contact order,
 * together with others of whom the same is true at the same address. A no-contact order excludes for good, whatever date is written beside it:
 * the office lifts it by taking the mark away. Null: nobody may be written to.
 */
export function recipientsOf(guardians: readonly LetterGuardian[]): Recipients | null {
  const allowed = guardians.filter(({ noContact, receivesReports }) => receivesReports && !noContact).toSorted((a, b) => a.priority - b.priority);
  const [first] = allowed;
  if (!first) return null;
  // An address that somebody with a no-contact order lives at is not written to; the letter is then handed over.
  const barred = new Set(guardians.filter(({ noContact }) => noContact).map(({ address }) => tidy(address)));
  const address = first.address !== null && barred.has(tidy(first.address)) ? null : first.address;
  return { guardians: allowed.filter((each) => each === first || (address !== null && tidy(each.address) === tidy(address))), address };
}

const tidy = (address: string | null): string => (address ?? '').replaceAll(/\s+/g, ' ').trim().toLowerCase();

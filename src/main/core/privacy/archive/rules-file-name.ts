/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const longest = 80;

/** A name under which a file is safe in any folder: no path, no control characters, nothing that a system takes for something else. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // Also the marks that turn the direction of writing, with which "gpj.exe" can look like a picture.
  const plain = last.normalize('NFC').replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const [stem, ending] = dot > 0 && plain.length - dot <= 10 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, ''];
  const cut = `${[...stem].slice(0, longest).join('').trimEnd()}${ending}`;
  return cut === '' || reserved.test(cut) ? `_${cut}` : cut;
}

/** Gives each file of a folder a name of its own, whatever the case: some systems do not tell `A` from `a`. */
export function createNamer(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const safe = safeName(name);
    const dot = safe.lastIndexOf('.');
    for (let nth = 1; ; nth += 1) {
      const tried = nth === 1 ? safe : dot > 0 ? `${safe.slice(0, dot)} (${nth})${safe.slice(dot)}` : `${safe} (${nth})`;
      const key = tried.toLocaleLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return tried;
    }
  };
}

/** Names repeat: a school of 50,000 has some thousands. */
const limit = 20_000;

/** The same work on a text, remembered for when the text comes again. */
export function remember<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      if (known.size >= limit) known.clear();
      known.set(text, (result = work(text)));
    }
    return result;
  };
}

/** Calls that one session may make at once, and how many more each second. A person never meets it; a runaway script does. */
export const usualRate = { burst: 400, perSecond: 100 };
const forgetAfter = 60_000;

/** A token bucket for each caller. Returns a function that says whether one more call is let in. */
export function createRateLimit(clock: () => number, { burst, perSecond } = usualRate): (caller: string) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>();
  let swept = clock();
  return (caller) => {
    const now = clock();
    if (now - swept > forgetAfter) {
      for (const [key, bucket] of buckets) if (now - bucket.at > forgetAfter) buckets.delete(key);
      swept = now;
    }
    const bucket = buckets.get(caller) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    buckets.set(caller, { tokens: Math.max(0, tokens - 1), at: now });
    return tokens >= 1;
  };
}

/** The program's mark. */
export function Logo({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden>
      <rect width="64" height="64" rx="14" fill="#0f5674" />
      <path d="M18 14h22a6 6 0 0 1 6 6v30H24a6 6 0 0 1-6-6z" fill="#eef6fa" />
      <path d="M18 44a6 6 0 0 1 6-6h22" fill="none" stroke="#0f5674" strokeWidth="3" />
      <path d="M25 22h14M25 29h9" stroke="#2f7fa3" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}

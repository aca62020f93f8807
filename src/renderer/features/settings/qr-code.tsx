import { useMemo } from 'react';
import { encode } from 'uqr';

/** Modules of white around the code, without which cameras do not find it. */
const quietZone = 4;

/** A text as a QR code: black on white in every theme, because cameras read no other. */
export function QrCode({ text, label, width }: { text: string; label: string; width: number }) {
  const { size, data } = useMemo(() => encode(text, { ecc: 'M', border: quietZone }), [text]);
  const dots = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={width} height={width} shapeRendering="crispEdges" style={{ borderRadius: 'var(--mantine-radius-md)', flexShrink: 0 }}>
      <rect width={size} height={size} fill="#fff" />
      <path d={dots} fill="#000" />
    </svg>
  );
}

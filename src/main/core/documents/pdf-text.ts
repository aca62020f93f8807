import type { Pdf } from './page.ts';
import type { Face } from './paper.ts';

/** pdfkit's own font object, which its types leave out: glyphs in hexadecimal, and how far each moves the next, in thousandths of the size. */
interface Font { id: string; ref(): unknown; encode(text: string): [string[], Position[]] }
interface Position { xAdvance: number; advanceWidth: number; xOffset: number; yOffset: number }
interface Inside { _font: Font; page: { fonts: Record<string, unknown> } }

/** A text made ready: its width in thousandths of the size, and the operand of `TJ`; null where marks stand out of line. */
interface Run { width: number; operand: string | null }
/** What is written on every page comes from here; names and figures need not be kept for good. */
const mostRuns = 5_000;
const rounded = (value: number): string => String(Math.round(value * 1000) / 1000);

/**
 * Texts of a PDF that come again on every page, shaped once: pdfkit's `text` shapes and encodes each anew, which is half of the time
 * that a batch takes. What is written is what it would write.
 */
export function createPdfText(pdf: Pdf) {
  const inside = pdf as unknown as Inside;
  const open = (face: Face): { font: Font; runs: Map<string, Run> } => {
    pdf.font(face);
    // oxlint-disable-next-line no-underscore-dangle -- pdfkit has no other way to its own font
    return { font: inside._font, runs: new Map() };
  };
  const faces: Record<Face, ReturnType<typeof open>> = { text: open('text'), strong: open('strong') };

  function runOf(face: Face, text: string): Run {
    const { font, runs } = faces[face];
    let run = runs.get(text);
    if (!run) {
      if (runs.size >= mostRuns) runs.clear();
      runs.set(text, (run = shape(font, text)));
    }
    return run;
  }
  return {
    measure: (text: string, face: Face, size: number): number => (runOf(face, text).width * size) / 1000,
    /** Writes a line by its baseline, points from the top left corner, in the fill colour that is set. */
    write(text: string, x: number, baseline: number, face: Face, size: number, spacing: number): void {
      const { operand } = runOf(face, text);
      if (operand === null) {
        pdf.font(face).fontSize(size).text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...(spacing ? { characterSpacing: spacing } : {}) });
        return;
      }
      const { font } = faces[face];
      inside.page.fonts[font.id] ??= font.ref();
      const { height } = pdf.page;
      // pdfkit turns the page upside down; letters are turned back.
      pdf.addContent(`q 1 0 0 -1 0 ${rounded(height)} cm BT 1 0 0 1 ${rounded(x)} ${rounded(height - baseline)} Tm /${font.id} ${rounded(size)} Tf${spacing ? ` ${rounded(spacing)} Tc` : ''} ${operand} TJ ET Q`);
    },
  };
}

function shape(font: Font, text: string): Run {
  const [glyphs, positions] = font.encode(text);
  let width = 0, hex = '', operand = '';
  for (const [i, { xAdvance, advanceWidth }] of positions.entries()) {
    width += xAdvance;
    hex += glyphs[i] ?? '';
    // Kerning: the next letter is set nearer, or farther off.
    if (xAdvance === advanceWidth) continue;
    operand += `<${hex}> ${rounded(advanceWidth - xAdvance)} `;
    hex = '';
  }
  const isInLine = positions.every(({ xOffset, yOffset }) => !xOffset && !yOffset);
  return { width, operand: isInLine ? `[${operand}${hex ? `<${hex}>` : ''}]` : null };
}

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sheet } from './page.ts';
import type { Face, Paper } from './paper.ts';

/** The part of fontkit that is used here; it reads pdfkit's fonts and has no types of its own. */
interface GlyphRun { glyphs: { id: number; path: { toSVG(): string } }[]; positions: { xAdvance: number; xOffset: number; yOffset: number }[]; advanceWidth: number }
interface OpenFont { unitsPerEm: number; layout(text: string): GlyphRun }
interface FontKit { openSync(path: string): OpenFont }

/** Paper that becomes a picture of the first page of a document, for a preview in the window, where no font but the program's own may be loaded: text is drawn as the outlines of the embedded fonts. */
export function openSvgPaper(resources: string): Paper & { toSvg(): string } {
  const kit = createRequire(import.meta.url)('fontkit') as FontKit;
  const fonts: Record<Face, OpenFont> = {
    text: kit.openSync(join(resources, 'fonts', 'NotoSans-Regular.ttf')), strong: kit.openSync(join(resources, 'fonts', 'NotoSans-SemiBold.ttf')),
  };
  const glyphs = new Map<string, string>();
  const parts: string[] = [];
  let page = 1;
  let isShown = true;
  const put = (part: string) => { if (isShown) parts.push(part); };
  const at = (value: number) => Number(value.toFixed(2));
  return {
    begin: () => undefined,
    nextPage() {
      page += 1;
      isShown = false;
    },
    end(foot) {
      isShown = true;
      foot(1, page);
      return { firstPage: 0, pages: page };
    },
    measure: (text, face, size) => (fonts[face].layout(text).advanceWidth / fonts[face].unitsPerEm) * size,
    draw(text, x, baseline, { face, size, color, spacing }) {
      const run = fonts[face].layout(text);
      const scale = size / fonts[face].unitsPerEm;
      let pen = 0;
      const uses = run.glyphs.map((glyph, i) => {
        const key = `${face[0] ?? ''}${glyph.id}`;
        if (!glyphs.has(key)) glyphs.set(key, glyph.path.toSVG());
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[i] ?? {};
        const use = `<use href="#${key}" x="${at(pen + xOffset)}" y="${at(yOffset)}"/>`;
        pen += xAdvance + spacing / scale;
        return use;
      });
      put(`<g fill="${color}" transform="translate(${at(x)} ${at(baseline)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})">${uses.join('')}</g>`);
    },
    line: (x1, y1, x2, y2, width, color) => put(`<path d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}" stroke="${color}" stroke-width="${width}"/>`),
    box: (x, y, width, height, color) => put(`<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${color}"/>`),
    image({ mime, content }, x, y, width, height) {
      put(`<image x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" href="data:${mime};base64,${Buffer.from(content).toString('base64')}"/>`);
    },
    qr({ size, modules }, x, y, width) {
      let path = '';
      modules.forEach((isDark, i) => { if (isDark) path += `M${i % size} ${Math.floor(i / size)}h1v1h-1z`; });
      put(`<path transform="translate(${at(x)} ${at(y)}) scale(${(width / size).toFixed(5)})" d="${path}" shape-rendering="crispEdges"/>`);
    },
    toSvg: () => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}" width="${sheet.width}" height="${sheet.height}"><rect width="100%" height="100%" fill="#fff"/><defs>${
      [...glyphs].map(([key, path]) => `<path id="${key}" d="${path}"/>`).join('')}</defs>${parts.join('')}</svg>`,
  };
}

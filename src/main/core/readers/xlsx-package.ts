import { styleOfBuiltIn, styleOfFormat, type NumberStyle } from './cell-text.ts';
import { limits } from './limits.ts';
import { damaged } from './refusal.ts';
import { attribute, walkXml } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** What a workbook says about itself before its sheets are read. */
export interface XlsxPackage {
  sheets: { name: string; part: string; hidden: boolean }[];
  date1904: boolean;
  /** By the cell's style number. */
  styles: NumberStyle[];
  sharedStrings: string[];
}

/** Follows a workbook's relations to its sheets, styles and shared strings, wherever its writer put them. */
export async function openXlsx(zip: ZipArchive): Promise<XlsxPackage> {
  const top = await readRelations(zip, '');
  const workbookPart = top.find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!zip.has(workbookPart)) throw damaged();
  const relations = await readRelations(zip, workbookPart);
  const part = (type: string) => relations.find((relation) => relation.type.endsWith(`/${type}`))?.target;
  const { sheets, date1904 } = await readWorkbook(zip, workbookPart);
  const stylesPart = part('styles'), stringsPart = part('sharedStrings');
  return {
    date1904,
    sheets: sheets.flatMap((sheet) => {
      const relation = relations.find((candidate) => candidate.id === sheet.relation);
      // Charts and macro sheets are in the same list; only worksheets hold a table.
      return relation?.type.endsWith('/worksheet') && zip.has(relation.target) ? [{ name: sheet.name, part: relation.target, hidden: sheet.hidden }] : [];
    }),
    styles: stylesPart && zip.has(stylesPart) ? await readStyles(zip, stylesPart) : [],
    sharedStrings: stringsPart && zip.has(stringsPart) ? await readSharedStrings(zip, stringsPart) : [],
  };
}

async function readRelations(zip: ZipArchive, of: string): Promise<{ id: string; type: string; target: string }[]> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${of.slice(folder.length)}.rels`;
  const relations: { id: string; type: string; target: string }[] = [];
  if (!zip.has(path)) return relations;
  await walkXml(zip.stream(path, limits.heldBytes), {
    open(name, attributes) {
      const { Id: id, Type: type, Target: target } = attributes;
      if (name === 'Relationship' && id && type && target) relations.push({ id, type, target: resolvePart(folder, target) });
    },
  });
  return relations;
}

/** A target is absolute from the package's root, or relative to the part that names it. */
function resolvePart(folder: string, target: string): string {
  const path = new URL(target.replaceAll('\\', '/'), `zip://package/${folder}`).pathname;
  try {
    return decodeURIComponent(path).slice(1);
  } catch {
    return path.slice(1);
  }
}

async function readWorkbook(zip: ZipArchive, part: string) {
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  let date1904 = false;
  await walkXml(zip.stream(part, limits.heldBytes), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (relation) sheets.push({ name: attribute(attributes, 'name') ?? '', relation, hidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { sheets, date1904 };
}

async function readStyles(zip: ZipArchive, part: string): Promise<NumberStyle[]> {
  const formats = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellStyles = false;
  await walkXml(zip.stream(part, limits.heldBytes), {
    open(name, attributes) {
      if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'xf' && inCellStyles) {
        const format = Number(attributes.numFmtId ?? 0);
        const code = formats.get(format);
        styles.push(code === undefined ? styleOfBuiltIn(format) : styleOfFormat(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

async function readSharedStrings(zip: ZipArchive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '', inText = false, inReading = false;
  await walkXml(zip.stream(part, limits.heldBytes), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = true;
      // Phonetic guides (rPh) repeat the text for a reader of Japanese.
      else if (name === 'rPh') inReading = true;
    },
    text(piece) {
      if (inText && !inReading && text.length < limits.cellLength) text += piece;
    },
    close(name) {
      if (name === 'si') strings.push(unescapeControls(text));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
    },
  });
  return strings;
}

/** Workbooks write characters that XML cannot hold as `_x000D_`. */
export function unescapeControls(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

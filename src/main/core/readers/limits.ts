/** Bounds of what an import reads. They keep a careless or hostile file from taking the office's computer with it. */
export const limits = {
  /** Bytes of the file as dropped. */
  fileBytes: 50 * 1024 * 1024,
  rows: 300_000,
  /** Rows of a text, of which only the places of the cells are held. */
  textRows: 1_200_000,
  columns: 500,
  /** Cells of one sheet, counting the empty ones before a row's last. */
  cells: 25_000_000,
  /** Bytes of one streamed part of a workbook after inflation. */
  inflatedBytes: 1024 * 1024 * 1024,
  /** Bytes of all parts where the whole workbook must be held at once. */
  heldBytes: 256 * 1024 * 1024,
  /** How deep values of a record may stand in each other. */
  depth: 20,
  /** Characters of one cell; what is longer is cut. */
  cellLength: 32_767,
} as const;

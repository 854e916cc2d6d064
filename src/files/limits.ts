/**
 * The most that is read of anything, in one table. Each limit is held against what a file claims before a byte of it is
 * expanded: a tab holds 1 GB, and whoever waits does so for seconds. Far above every file of a province, and below
 * what fills the memory.
 */
export const limits = {
  /** A file read whole, as it lies on the disk. */
  fileBytes: 500_000_000,
  /** Text that is parsed into a tree (GeoJSON, KML, a sheet of a workbook). */
  treeBytes: 150_000_000,

  /** Archives: a province's pack at z=13 has 14 files and expands to 60 MB. */
  archiveEntries: 5_000,
  archiveBytes: 400_000_000,
  /** study.json of a saved study: a hundred scenarios of a thousand edits each. */
  studyBytes: 60_000_000,
  /** What is written twice over inside an archive or a gzip file: DEFLATE itself allows 1032. */
  gzipBytes: 300_000_000,

  /** Tables of rows and columns. A list of the country's base stations has a million cells. */
  tableCells: 20_000_000,
  tableColumns: 2_000,
  /** From the first to the last filled cell of a sheet: a reader builds all between them. */
  sheetCells: 5_000_000,
  /** No row of a list is longer: a quote that is never closed would gather the rest of the file. */
  rowCharacters: 2_000_000,
  /** A cell that is shown and kept; a description of a placemark is the longest there is. */
  cellCharacters: 50_000,
  /** A name of a place, an operator, an owner, an id. */
  nameCharacters: 200,
  idCharacters: 100,

  /** Features of a map file, and positions in all their geometries. */
  features: 1_000_000,
  vertices: 2_000_000,
  /** Positions of areas that are laid over each other to find overlaps and gaps. */
  areaVertices: 500_000,
  /** Elements of XML open at once: a parser that builds a tree would run out of stack on more. */
  nesting: 200,

  /** Rasters: four tiles of SRTM at one arc second, with what filling their voids takes. */
  rasterCells: 60_000_000,
  /** Rasters given together: seven such tiles. */
  terrainCells: 100_000_000,
  /** All samples of a picture, expanded. */
  rasterBytes: 320_000_000,
  /** Strips or tiles of a picture: a strip a row of the tallest raster allowed is the most that makes sense. */
  rasterBlocks: 200_000,
  /** Directories of a TIFF file: full picture, overviews, masks. */
  rasterPictures: 100,
} as const;

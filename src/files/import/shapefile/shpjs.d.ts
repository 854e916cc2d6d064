declare module 'shpjs' {
  /** Geometries of a .shp file; null for an empty shape. */
  export const parseShp: (shp: ArrayBuffer, prj?: string) => unknown[];
  /** Attributes of a .dbf file, its text in the encoding a .cpg file names. */
  export const parseDbf: (dbf: ArrayBuffer, cpg?: ArrayBuffer) => unknown[];
}

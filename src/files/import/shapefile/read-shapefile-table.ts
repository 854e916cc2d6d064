import { openZip, type ZipArchive, type ZipLimits } from '../../archive/zip.ts';
import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';
import { knownHeadings } from '../guess/fields.ts';
import { mergeTables, type TablePart } from '../table/merge-tables.ts';
import type { RawRow, RawTable, UnreadPart } from '../table/raw-table.ts';
import { geometryOf } from '../table/table-of-features.ts';
import { type GridTable, legacyNotes } from '../table/table-of-grid.ts';
import { toUnicodeCells } from '../text/unicode-cells.ts';
import { type DbfTable, readDbf } from './read-dbf.ts';
import { checkShpLengths } from './shp-lengths.ts';
import { systemOfPrj } from './system-of-prj.ts';

const zipLimits: ZipLimits = { entries: limits.archiveEntries, expandedBytes: limits.archiveBytes };

interface Layer extends TablePart {
  epsg: number | null;
  encoding: string | null;
  unread: UnreadPart[];
}

const geometriesOf = async (shp: Uint8Array, file: string): Promise<unknown[]> => {
  const { parseShp } = await import('shpjs');
  try {
    // without a .prj the coordinates stay as they are: the shift of VN-2000 is not in what writers of .prj put there
    return parseShp(shp.slice().buffer as ArrayBuffer);
  } catch (error) {
    const value = error instanceof Error ? error.message.slice(0, 80) : '';
    throw refuse({ file, place: '', value, rule: 'not-this-format', ruleValues: { expected: 'Shapefile' } });
  }
};

/** Shapes with their attributes; a record marked as deleted takes its shape with it. */
const tableOf = (shapes: readonly unknown[], dbf: DbfTable | null, file: string, behind: string): GridTable => {
  if (dbf && dbf.rows.length !== shapes.length) {
    const ruleValues = { expected: shapes.length, found: dbf.rows.length };
    throw refuse({ file, place: '', value: `${dbf.rows.length}`, rule: 'wrong-count', ruleValues });
  }
  const kept = dbf ? dbf.rows.flatMap((row) => (row ? [row] : [])) : [];
  const warnings = legacyNotes(toUnicodeCells(kept, dbf?.columns.length ?? 0), file);
  const rows = shapes.flatMap((shape, i): RawRow[] => {
    const values = dbf ? dbf.rows[i] : [];
    return values ? [{ place: `features[${i}]${behind}`, values, geometry: geometryOf(shape) }] : [];
  });
  const deleted = shapes.length - rows.length;
  if (deleted > 0) {
    const ruleValues = { count: deleted };
    warnings.push({ file, place: '', value: '', rule: 'deleted-rows', ruleValues, severity: 'warning' });
  }
  return { columns: dbf?.columns ?? [], rows, warnings };
};

const readLayer = async (archive: ZipArchive, shp: string, file: string, isOne: boolean): Promise<Layer> => {
  const stem = shp.slice(0, -4);
  const beside = (ending: string): Uint8Array | undefined => {
    const wanted = `${stem}.${ending}`.toLowerCase();
    const path = archive.paths.find((candidate) => candidate.toLowerCase() === wanted);
    return path === undefined ? undefined : archive.read(path)!;
  };
  const shape = archive.read(shp)!;
  checkShpLengths(shape, `${file}/${shp}`);
  const [table, prj] = [beside('dbf'), beside('prj')];
  const dbf = table ? readDbf(table, beside('cpg'), `${file}/${stem}.dbf`) : null;
  const shapes = await geometriesOf(shape, `${file}/${shp}`);
  return {
    name: stem,
    table: tableOf(shapes, dbf, `${file}/${stem}.dbf`, isOne ? '' : ` (${stem})`),
    rows: shapes.length,
    epsg: prj ? systemOfPrj(new TextDecoder().decode(prj)) : null,
    encoding: dbf?.encoding ?? null,
    unread: (dbf?.unread ?? []).map((name) => ({ name: `${stem}.dbf, ${name}`, rows: null })),
  };
};

/**
 * Shapes and attributes of the shapefiles in a zip archive, coordinates as they stand: every one that is the same list
 * in the same system, the others named.
 */
export const readShapefileTable = async (bytes: Uint8Array, file: string): Promise<RawTable> => {
  const archive = openZip(bytes, file, zipLimits);
  const shps = archive.paths.filter((path) => /\.shp$/i.test(path) && !path.startsWith('__MACOSX')).sort();
  if (shps.length === 0) throw refuse({ file, place: '*.shp', value: '', rule: 'missing-file' });
  const layers: Layer[] = [];
  for (const shp of shps) layers.push(await readLayer(archive, shp, file, shps.length === 1));
  // the layer that says most is what the archive was sent for
  const known = layers.map(({ table }) => knownHeadings(table?.columns ?? []));
  const { epsg } = layers[known.indexOf(Math.max(...known))];
  const alike = layers.filter((layer) => layer.epsg === epsg);
  const table = mergeTables(alike);
  if (!table) {
    throw refuse({ file, place: 'features', value: '0', rule: 'missing-field', ruleValues: { field: 'features[0]' } });
  }
  const foreign = layers.filter((layer) => layer.epsg !== epsg).map(({ name, rows }) => ({ name, rows }));
  return {
    format: 'shapefile',
    ...table,
    unread: [...table.unread, ...foreign, ...layers.flatMap(({ unread }) => unread)],
    epsg,
    encoding: layers.find(({ encoding }) => encoding !== null && encoding !== 'UTF-8')?.encoding ?? null,
    cut: false,
  };
};

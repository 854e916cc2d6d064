import { NO_HEIGHT } from '../../model/raster.ts';
import { looksZipped, openZip } from '../archive/zip.ts';
import { refuse } from '../problem-list.ts';
import { heightsOf } from './dem-values.ts';
import type { HeightTile } from './elevation-tile.ts';

/** Samples a side and bytes of an SRTM tile of 3 and of 1 arc second. */
const sides = [1201, 3601] as const;
const bytesOf = (side: number): number => side * side * 2;

const namePattern = /([NS])(\d{2})([EW])(\d{3})[^/\\]*$/i;

/**
 * An SRTM height file: big-endian 16-bit metres, north-west sample first, −32768 or another value no land has where void, samples on the edges of
 * the degree named by its south-west corner (N21E105.hgt). Throws InputError: a name without a corner, a length that
 * is neither 1201² nor 3601² samples.
 */
export const readHgt = (bytes: Uint8Array, file: string): HeightTile => {
  const name = namePattern.exec(file);
  if (!name)
    throw refuse({ file, place: '', value: file, rule: 'not-this-format', ruleValues: { expected: 'N21E105.hgt' } });
  const south = Number(name[2]) * (name[1].toUpperCase() === 'N' ? 1 : -1);
  const west = Number(name[4]) * (name[3].toUpperCase() === 'E' ? 1 : -1);
  const side = sides.find((s) => bytesOf(s) === bytes.length);
  if (side === undefined) {
    // a file between the two sizes is the larger one cut short
    const expected = bytesOf(sides.find((s) => bytesOf(s) > bytes.length) ?? sides[1]);
    const rule = bytes.length > expected ? 'too-large' : 'truncated';
    const ruleValues = { expected, max: expected, unit: 'bytes' };
    throw refuse({ file, place: `byte ${bytes.length}`, value: `${bytes.length} bytes`, rule, ruleValues });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Int16Array(side * side);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(i * 2);
  const placeOf = (i: number) => `column ${i % side}, row ${Math.floor(i / side)}`;
  const data = heightsOf(samples, { scale: 1, offset: 0 }, NO_HEIGHT, file, placeOf);
  const perDegree = side - 1;
  const sampleAt = (lon: number, lat: number) => [(lon - west) * perDegree, (south + 1 - lat) * perDegree] as const;
  return { file, width: side, height: side, data, sampleAt, edge: 0, notes: [] };
};

/** Tiles of an HGT file, or of a zip archive with HGT files in it. */
export const readHgtFile = (bytes: Uint8Array, file: string): HeightTile[] => {
  if (!looksZipped(bytes)) return [readHgt(bytes, file)];
  const { paths, read } = openZip(bytes, file);
  const tiles = paths.filter((path) => /\.hgt$/i.test(path) && !path.startsWith('__MACOSX'));
  if (tiles.length === 0) {
    throw refuse({ file, place: '', value: '', rule: 'not-this-format', ruleValues: { expected: '*.hgt' } });
  }
  return tiles.map((path) => readHgt(read(path)!, `${file}/${path}`));
};

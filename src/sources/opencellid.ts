import { refuse } from '../files/problem-list.ts';
import type { InputFile } from '../files/raster/elevation-files.ts';
import type { BoundingBox, LonLat } from '../model/place.ts';
import type { Technology } from '../model/site.ts';
import { gunzip, isGzip } from './gzip.ts';
import { download } from './net/download.ts';
import { byStatus, type Judgement, wordsOf, wrongForm } from './net/judge.ts';
import type { Net } from './net/net.ts';
import { bucketPace, megabytes, type Source } from './source.ts';

export const opencellid: Source = {
  id: 'opencellid',
  name: 'OpenCelliD',
  gives: ['cells'],
  addresses: { files: 'https://opencellid.org/ocid' },
  // two downloads of a file a day: trying again would use them up
  pace: { ...bucketPace, atOnce: 1, tries: 1 },
  mostBytes: megabytes(120),
  terms: {
    licence: 'CC BY-SA 4.0',
    attribution: 'OpenCelliD Project, CC BY-SA 4.0',
    notice:
      'Contains cell positions of the OpenCelliD Project (CC BY-SA 4.0), estimated from phones; what is made of them is under the same licence.',
    mayBePassedOn: true,
  },
  fromPage: 'no',
};

/** A cell as phones have heard it: where they were, not where its mast stands. */
export interface HeardCell {
  technology: Technology;
  /** '452-04'. */
  mccMnc: string;
  /** Location or tracking area. */
  area: number;
  cell: number;
  position: LonLat;
  /** How far from there it was heard, metres; 0 where not told. */
  rangeM: number;
  samples: number;
}

const mostPlainBytes = megabytes(600);
const technologies: Readonly<Record<string, Technology>> = { GSM: '2G', UMTS: '3G', LTE: '4G', NR: '5G' };
const columns = 14;

const mccRange = [1, 999] as const;

const cellOf = (fields: readonly string[]): HeardCell | null => {
  const technology = technologies[fields[0]];
  const [, mcc, net, area, cell, , lon, lat, range, samples] = fields.map(Number);
  const fits =
    technology !== undefined &&
    mcc >= mccRange[0] &&
    mcc <= mccRange[1] &&
    net >= 0 &&
    cell >= 0 &&
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90;
  if (!fits) return null;
  return {
    technology,
    mccMnc: `${mcc}-${String(net).padStart(2, '0')}`,
    area,
    cell,
    position: [lon, lat],
    rangeM: Math.max(range || 0, 0),
    samples: samples > 0 ? samples : 1,
  };
};

/** Rows of a list within a box, line by line: a country's is long. With or without its line of column names. */
const readCells = (
  bytes: Uint8Array,
  [west, south, east, north]: BoundingBox,
): { cells: HeardCell[]; rows: number } => {
  const decoder = new TextDecoder();
  const cells: HeardCell[] = [];
  let rows = 0;
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(10, from);
    const end = found < 0 ? bytes.length : found;
    const fields = decoder.decode(bytes.subarray(from, end)).trim().split(',');
    from = end + 1;
    if (fields.length < columns) continue;
    const cell = cellOf(fields);
    if (!cell) continue;
    rows++;
    const [lon, lat] = cell.position;
    if (lon >= west && lon <= east && lat >= south && lat <= north) cells.push(cell);
  }
  return { cells, rows };
};

const everywhere: BoundingBox = [-180, -90, 180, 90];

/** What came must be a packed list; a notice comes under a status that says all is well. */
const check = (body: Uint8Array): Judgement => {
  if (!isGzip(body)) {
    const words = wordsOf({ body });
    if (/RATE_LIMITED/i.test(words)) return { stop: 'source-daily' };
    if (/INVALID_TOKEN/i.test(words)) return { stop: 'source-token' };
    return wrongForm('gzip');
  }
  const read = gunzip(body, mostPlainBytes);
  if ('fault' in read) return read.fault;
  return readCells(read.content, everywhere).rows > 0
    ? { take: true }
    : { stop: 'source-form', values: { expected: 'radio,mcc,net,area,cell,…' } };
};

const plainOf = (bytes: Uint8Array): Uint8Array | null => {
  if (!isGzip(bytes)) return bytes;
  const read = gunzip(bytes, mostPlainBytes);
  return 'content' in read ? read.content : null;
};

/** Cells of a country within a box, from its list with the user's token, or from the same list as a file. */
export const openCellIdCells = async (
  net: Net,
  { mcc, token, box }: { mcc: string; token: string | null; box: BoundingBox },
  files?: readonly InputFile[],
): Promise<HeardCell[]> => {
  if (files) {
    return files.flatMap(({ name, bytes }) => {
      const plain = plainOf(bytes);
      const read = plain && readCells(plain, box);
      if (read && read.rows > 0) return read.cells;
      const ruleValues = { expected: 'OpenCelliD: radio,mcc,net,area,cell,unit,lon,lat,range,samples,…' };
      throw refuse({ file: name, place: '', value: '', rule: 'not-this-format', ruleValues });
    });
  }
  const secret = encodeURIComponent(token ?? '');
  const address = `${net.address(opencellid)}/downloads?token=${secret}&type=mcc&file=${mcc}.csv.gz`;
  const bytes = await download(net, opencellid, { address, secret }, { judge: byStatus, check });
  return readCells(plainOf(bytes!)!, box).cells;
};

import { unzlibSync } from 'fflate';
import { PbfReader } from 'pbf';
import { refuse } from '../../files/problem-list.ts';
import type { Tags } from './elements.ts';

/** What stands in a block, in the order it stands there. Positions in degrees. */
export interface BlockVisitor {
  node?: (id: number, lat: number, lon: number, tags: () => Tags | undefined) => void;
  way?: (id: number, refs: readonly number[], tags: Tags) => void;
  relation?: (
    id: number,
    members: readonly { type: 'node' | 'way' | 'relation'; ref: number; role: string }[],
    tags: Tags,
  ) => void;
}

/** Limits of the format itself: a header of 64 kB, a block of 32 MB unpacked. */
const mostHeaderBytes = 64 * 1024;
const mostBlockBytes = 32 * 1024 * 1024;

const memberTypes = ['node', 'way', 'relation'] as const;
const nano = 1e-9;

const refusal = (file: string, at: number, value: string) =>
  refuse({ file, place: `byte ${at}`, value, rule: 'not-this-format', ruleValues: { expected: 'OSM PBF' } });

const cut = (file: string, at: number, expected: number) =>
  refuse({
    file,
    place: `byte ${at}`,
    value: `${at} bytes`,
    rule: 'truncated',
    ruleValues: { expected, unit: 'bytes' },
  });

/** Fields of a message by number; bytes are views, numbers as they stand. */
const fieldsOf = <T>(bytes: Uint8Array, read: (tag: number, pbf: PbfReader, into: T) => void, into: T): T =>
  new PbfReader(bytes).readFields((tag, result: T, pbf) => read(tag, pbf, result), into);

const unpack = (blob: Uint8Array, file: string, at: number): Uint8Array => {
  const parts = fieldsOf(
    blob,
    (tag, pbf, into: { raw?: Uint8Array; zlib?: Uint8Array; size: number }) => {
      if (tag === 1) into.raw = pbf.readBytes();
      if (tag === 2) into.size = pbf.readVarint();
      if (tag === 3) into.zlib = pbf.readBytes();
    },
    { size: 0 },
  );
  if (parts.raw) return parts.raw;
  if (!parts.zlib) throw refusal(file, at, 'compression');
  if (parts.size > mostBlockBytes) throw refusal(file, at, `${parts.size} bytes`);
  const bytes = unzlibSync(parts.zlib, { out: new Uint8Array(parts.size) });
  if (bytes.length !== parts.size) throw refusal(file, at, `${bytes.length} bytes`);
  return bytes;
};

/**
 * Goes through a file of OpenStreetMap in PBF, block by block. Throws InputError: not such a file, cut short, a feature
 * or packing it does not know.
 */
export const visitPbf = (bytes: Uint8Array, file: string, visitor: BlockVisitor): { timestamp: number } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const info = { timestamp: 0 };
  let hasHeader = false;
  for (let at = 0; at < bytes.length; ) {
    if (at + 4 > bytes.length) throw cut(file, bytes.length, at + 4);
    const headerBytes = view.getUint32(at);
    if (headerBytes > mostHeaderBytes) throw refusal(file, at, `${headerBytes} bytes`);
    const head = readMessage(file, at, () =>
      fieldsOf(
        bytes.subarray(at + 4, at + 4 + headerBytes),
        (tag, pbf, into) => {
          if (tag === 1) into.type = pbf.readString();
          if (tag === 3) into.size = pbf.readVarint();
        },
        { type: '', size: 0 },
      ),
    );
    const start = at + 4 + headerBytes;
    const end = start + head.size;
    if (end > bytes.length) throw cut(file, bytes.length, end);
    if (!hasHeader && head.type !== 'OSMHeader') throw refusal(file, at, head.type.slice(0, 20));
    if (head.type === 'OSMHeader') {
      hasHeader = true;
      readMessage(file, at, () => readHeader(unpack(bytes.subarray(start, end), file, start), file, info));
    } else if (head.type === 'OSMData') {
      readMessage(file, at, () => readBlock(unpack(bytes.subarray(start, end), file, start), visitor));
    }
    at = end;
  }
  if (!hasHeader) throw refusal(file, 0, '');
  return info;
};

/** What the reader throws says where it stood, not what is wrong with the file. */
const readMessage = <T>(file: string, at: number, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if ((error as Error).name === 'InputError') throw error;
    throw refusal(file, at, error instanceof Error ? error.message : String(error));
  }
};

const known = ['OsmSchema-V0.6', 'DenseNodes'];

const readHeader = (bytes: Uint8Array, file: string, info: { timestamp: number }): void => {
  fieldsOf(
    bytes,
    (tag, pbf) => {
      if (tag === 4) {
        const feature = pbf.readString();
        if (!known.includes(feature)) throw refusal(file, 0, feature);
      }
      if (tag === 32) info.timestamp = pbf.readVarint();
    },
    null,
  );
};

interface Block {
  strings: string[];
  granularity: number;
  latOffset: number;
  lonOffset: number;
}

const readBlock = (bytes: Uint8Array, visitor: BlockVisitor): void => {
  const block: Block = { strings: [], granularity: 100, latOffset: 0, lonOffset: 0 };
  const groups: Uint8Array[] = [];
  fieldsOf(
    bytes,
    (tag, pbf) => {
      if (tag === 1) fieldsOf(pbf.readBytes(), (t, table) => t === 1 && block.strings.push(table.readString()), null);
      if (tag === 2) groups.push(pbf.readBytes());
      if (tag === 17) block.granularity = pbf.readVarint();
      if (tag === 19) block.latOffset = pbf.readVarint(true);
      if (tag === 20) block.lonOffset = pbf.readVarint(true);
    },
    null,
  );
  for (const group of groups) {
    fieldsOf(
      group,
      (tag, pbf) => {
        if (tag === 1 && visitor.node) readNode(pbf.readBytes(), block, visitor.node);
        if (tag === 2 && visitor.node) readDense(pbf.readBytes(), block, visitor.node);
        if (tag === 3 && visitor.way) readWay(pbf.readBytes(), block, visitor.way);
        if (tag === 4 && visitor.relation) readRelation(pbf.readBytes(), block, visitor.relation);
      },
      null,
    );
  }
};

const degrees = (value: number, offset: number, { granularity }: Block): number =>
  Math.round((offset + granularity * value) * nano * 1e7) / 1e7;

const tagsOf = (keys: readonly number[], values: readonly number[], { strings }: Block): Tags =>
  Object.fromEntries(keys.map((key, i) => [strings[key], strings[values[i]]]).filter(([key]) => key !== '__proto__'));

const readNode = (bytes: Uint8Array, block: Block, take: NonNullable<BlockVisitor['node']>): void => {
  const node = { id: 0, keys: [] as number[], values: [] as number[], lat: 0, lon: 0 };
  fieldsOf(
    bytes,
    (tag, pbf) => {
      if (tag === 1) node.id = pbf.readSVarint();
      if (tag === 2) pbf.readPackedVarint(node.keys);
      if (tag === 3) pbf.readPackedVarint(node.values);
      if (tag === 8) node.lat = pbf.readSVarint();
      if (tag === 9) node.lon = pbf.readSVarint();
    },
    null,
  );
  const tags = () => (node.keys.length > 0 ? tagsOf(node.keys, node.values, block) : undefined);
  take(node.id, degrees(node.lat, block.latOffset, block), degrees(node.lon, block.lonOffset, block), tags);
};

const readDense = (bytes: Uint8Array, block: Block, take: NonNullable<BlockVisitor['node']>): void => {
  const dense = { ids: [] as number[], lats: [] as number[], lons: [] as number[], tags: [] as number[] };
  fieldsOf(
    bytes,
    (tag, pbf) => {
      if (tag === 1) pbf.readPackedSVarint(dense.ids);
      if (tag === 8) pbf.readPackedSVarint(dense.lats);
      if (tag === 9) pbf.readPackedSVarint(dense.lons);
      if (tag === 10) pbf.readPackedVarint(dense.tags);
    },
    null,
  );
  let [id, lat, lon, t] = [0, 0, 0, 0];
  dense.ids.forEach((step, i) => {
    id += step;
    lat += dense.lats[i];
    lon += dense.lons[i];
    // keys and values of each node in turn, ended by a nought
    const from = t;
    if (dense.tags.length > 0) {
      while (t < dense.tags.length && dense.tags[t] !== 0) t += 2;
      t++;
    }
    const to = Math.max(from, t - 1);
    const tags = (): Tags | undefined => {
      const own = dense.tags.slice(from, to);
      return own.length === 0
        ? undefined
        : tagsOf(
            own.filter((_, k) => k % 2 === 0),
            own.filter((_, k) => k % 2 === 1),
            block,
          );
    };
    take(id, degrees(lat, block.latOffset, block), degrees(lon, block.lonOffset, block), tags);
  });
};

const summed = (steps: readonly number[]): number[] => {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
};

const readWay = (bytes: Uint8Array, block: Block, take: NonNullable<BlockVisitor['way']>): void => {
  const way = { id: 0, keys: [] as number[], values: [] as number[], refs: [] as number[] };
  fieldsOf(
    bytes,
    (tag, pbf) => {
      if (tag === 1) way.id = pbf.readVarint();
      if (tag === 2) pbf.readPackedVarint(way.keys);
      if (tag === 3) pbf.readPackedVarint(way.values);
      if (tag === 8) pbf.readPackedSVarint(way.refs);
    },
    null,
  );
  take(way.id, summed(way.refs), tagsOf(way.keys, way.values, block));
};

const readRelation = (bytes: Uint8Array, block: Block, take: NonNullable<BlockVisitor['relation']>): void => {
  const relation = {
    id: 0,
    keys: [] as number[],
    values: [] as number[],
    roles: [] as number[],
    refs: [] as number[],
    types: [] as number[],
  };
  fieldsOf(
    bytes,
    (tag, pbf) => {
      if (tag === 1) relation.id = pbf.readVarint();
      if (tag === 2) pbf.readPackedVarint(relation.keys);
      if (tag === 3) pbf.readPackedVarint(relation.values);
      if (tag === 8) pbf.readPackedVarint(relation.roles);
      if (tag === 9) pbf.readPackedSVarint(relation.refs);
      if (tag === 10) pbf.readPackedVarint(relation.types);
    },
    null,
  );
  const refs = summed(relation.refs);
  const members = refs.map((ref, i) => ({
    type: memberTypes[relation.types[i]] ?? 'node',
    ref,
    role: block.strings[relation.roles[i]] ?? '',
  }));
  take(relation.id, members, tagsOf(relation.keys, relation.values, block));
};

import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';
import type { OsmElement, OsmNode, OsmRelation, OsmWay } from '../../src/sources/osm/elements.ts';

/** A file of OpenStreetMap in PBF: nodes dense, in one block, packed. */
export const aPbf = (
  elements: readonly OsmElement[],
  wayNodes: Readonly<Record<number, readonly number[]>> = {},
): Uint8Array => {
  const strings = [''];
  const index = (text: string): number => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const steps = (values: readonly number[]) => values.map((value, i) => value - (values[i - 1] ?? 0));
  const nodes = elements.filter((one): one is OsmNode => one.type === 'node');
  const ways = elements.filter((one): one is OsmWay => one.type === 'way');
  const relations = elements.filter((one): one is OsmRelation => one.type === 'relation');
  const fixed = (degrees: number) => Math.round(degrees * 1e7);
  const tagsOf = ({ tags = {} }: OsmElement) =>
    Object.entries(tags).map(([key, value]) => [index(key), index(value)] as const);

  const group = new PbfWriter();
  group.writeMessage(
    2,
    (_: null, pbf) => {
      pbf.writePackedSVarint(1, steps(nodes.map(({ id }) => id)));
      pbf.writePackedSVarint(8, steps(nodes.map(({ lat }) => fixed(lat))));
      pbf.writePackedSVarint(9, steps(nodes.map(({ lon }) => fixed(lon))));
      pbf.writePackedVarint(
        10,
        nodes.flatMap((one) => [...tagsOf(one).flat(), 0]),
      );
    },
    null,
  );
  for (const one of ways) {
    group.writeMessage(
      3,
      (_: null, pbf) => {
        pbf.writeVarintField(1, one.id);
        pbf.writePackedVarint(
          2,
          tagsOf(one).map(([key]) => key),
        );
        pbf.writePackedVarint(
          3,
          tagsOf(one).map(([, value]) => value),
        );
        pbf.writePackedSVarint(8, steps([...(wayNodes[one.id] ?? [])]));
      },
      null,
    );
  }
  for (const one of relations) {
    const members = one.members ?? [];
    group.writeMessage(
      4,
      (_: null, pbf) => {
        pbf.writeVarintField(1, one.id);
        pbf.writePackedVarint(
          2,
          tagsOf(one).map(([key]) => key),
        );
        pbf.writePackedVarint(
          3,
          tagsOf(one).map(([, value]) => value),
        );
        pbf.writePackedVarint(
          8,
          members.map(({ role }) => index(role)),
        );
        pbf.writePackedSVarint(9, steps(members.map(({ ref }) => ref)));
        pbf.writePackedVarint(
          10,
          members.map(({ type }) => ['node', 'way', 'relation'].indexOf(type)),
        );
      },
      null,
    );
  }
  const groupBytes = group.finish();
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (_: null, pbf) => {
      for (const text of strings) pbf.writeStringField(1, text);
    },
    null,
  );
  block.writeBytesField(2, groupBytes);
  const header = new PbfWriter();
  header.writeStringField(4, 'OsmSchema-V0.6');
  header.writeStringField(4, 'DenseNodes');
  header.writeVarintField(32, 1_700_000_000);

  const blob = (type: string, content: Uint8Array): Uint8Array[] => {
    const body = new PbfWriter();
    body.writeVarintField(2, content.length);
    body.writeBytesField(3, zlibSync(content));
    const bytes = body.finish();
    const head = new PbfWriter();
    head.writeStringField(1, type);
    head.writeVarintField(3, bytes.length);
    const headBytes = head.finish();
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, headBytes.length);
    return [length, headBytes, bytes];
  };
  return Uint8Array.from(
    [...blob('OSMHeader', header.finish()), ...blob('OSMData', block.finish())].flatMap((part) => [...part]),
  );
};

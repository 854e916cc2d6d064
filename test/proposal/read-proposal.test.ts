import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/model/problem.ts';
import { structures, technologies } from '../../src/model/site.ts';
import { readProposal } from '../../src/proposal/read-proposal.ts';
import { aNetwork, aStandingSite } from './a-proposal.ts';

const pack = aNetwork([aStandingSite('TN-0001', 'viettel', [105.83, 21.63])]);
const context = { communes: pack.communes, facts: pack.facts, box: pack.manifest.boundingBox };
const read = (content: string | object, file = 'de-xuat.geojson') => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readProposal(new TextEncoder().encode(text), file, context, pack.sites);
};
const mast = (properties: object, coordinates: readonly unknown[] = [105.82, 21.62]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const refusal = (reading: Promise<unknown>): Promise<InputError> =>
  reading.then(
    () => {
      throw new Error('was not refused');
    },
    (error) => error,
  );

describe('a file of proposed masts', () => {
  test('usual equipment of the operator stands in where none is stated', async () => {
    const { proposedSites } = await read(
      collection(mast({ id: 'P-1', operator: 'Viettel', heightM: 42, technology: ['4G'] })),
    );
    expect(proposedSites).toHaveLength(1);
    expect(proposedSites[0].tenants[0].cells.map(({ azimuthDeg }) => azimuthDeg)).toEqual([0, 120, 240]);
  });

  test('a table says the same', async () => {
    const csv = 'Mã trạm;Nhà mạng;Chiều cao cột;Kinh độ;Vĩ độ\nP-1;vinaphone;42;105,82;21,62\n';
    const { proposedSites } = await read(csv, 'de-xuat.csv');
    expect(proposedSites.map(({ id, heightM, position }) => [id, heightM, position])).toEqual([
      ['P-1', 42, [105.82, 21.62]],
    ]);
  });

  test('a bad row is told and left out, the rest is taken', async () => {
    const { proposedSites, problems, rows } = await read(
      collection(
        mast({ id: 'P-1', operator: 'viettel', heightM: 42 }),
        mast({ id: 'P-2', operator: 'nobody', heightM: 42 }),
        mast({ id: 'P-3', operator: 'viettel', heightM: 4200 }),
        mast({ id: 'P-4', operator: 'viettel', heightM: 42 }, [100, 20]),
      ),
    );
    expect(rows).toBe(4);
    expect(proposedSites.map(({ id }) => id)).toEqual(['P-1']);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ place, rule }) => [place.split(',')[0], rule])).toEqual([
      ['features[1]', 'not-one-of'],
      ['features[2]', 'out-of-range'],
      ['features[3]', 'outside-province'],
    ]);
  });

  test('a mast with the id of a standing one is left out, with its row', async () => {
    const { proposedSites, problems } = await read(
      collection(
        mast({ id: 'P-1', operator: 'viettel', heightM: 42 }),
        mast({ id: 'TN-0001', operator: 'viettel', heightM: 42 }),
      ),
    );
    expect(proposedSites.map(({ id }) => id)).toEqual(['P-1']);
    expect(problems[0]).toMatchObject({ place: 'features[1]', rule: 'id-standing', value: 'TN-0001' });
  });

  test('a file without one good row is refused with every row', async () => {
    const error = await refusal(
      read(collection(mast({ operator: 'x', heightM: 1 }), mast({ operator: 'y', heightM: 1 }))),
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error.problems).toHaveLength(2);
  });

  test('a list of more masts than a province has is refused', async () => {
    const many = Array.from({ length: 1001 }, (_, i) => mast({ id: `P-${i}`, operator: 'viettel', heightM: 42 }));
    expect((await refusal(read(collection(...many)))).problems[0]).toMatchObject({ rule: 'too-large', value: '1001' });
  });

  test('markup and formulas are text', async () => {
    const id = '<img src=x onerror=alert(1)>';
    const { proposedSites } = await read(collection(mast({ id, operator: 'viettel', heightM: 42, owner: '=1+1' })));
    expect([proposedSites[0].id, proposedSites[0].owner]).toEqual([id, '=1+1']);
  });
});

describe('the schema and the templates', () => {
  const schema = JSON.parse(readFileSync('public/schema/proposal.schema.json', 'utf8'));
  const template = JSON.parse(readFileSync('public/schema/proposal-template.geojson', 'utf8'));
  const valid = new Ajv({ strict: false }).compile(schema);

  test('the template is valid, and one without an operator is not', () => {
    expect(valid(template)).toBe(true);
    const [first] = structuredClone(template.features);
    delete first.properties.operator;
    expect(valid({ ...template, features: [first] })).toBe(false);
  });

  test('a site as our own packs write it is valid', () => {
    const { position, ...properties } = aStandingSite('P-1', 'viettel', [105.82, 21.62]);
    expect(valid(collection(mast(properties, position)))).toBe(true);
    expect(valid(collection(mast({ ...properties, tenants: [] }, position)))).toBe(false);
  });

  test('structures and technologies are those of the model', () => {
    expect(schema.$defs.structure.enum).toEqual([...structures]);
    expect(schema.$defs.technology.enum).toEqual([...technologies]);
  });

  test('GeoJSON and CSV template say the same', async () => {
    const everywhere = { communes: null, facts: pack.facts, box: null };
    const [json, csv] = await Promise.all(
      ['geojson', 'csv'].map((kind) =>
        readProposal(
          new Uint8Array(readFileSync(`public/schema/proposal-template.${kind}`)),
          `a.${kind}`,
          everywhere,
          [],
        ),
      ),
    );
    expect(json.proposedSites.map(({ id }) => id)).toEqual(['VD-01', 'VD-02']);
    expect(csv.proposedSites).toEqual(json.proposedSites);
  });
});

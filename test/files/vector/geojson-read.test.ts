import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../src/files/json.ts';
import { readFeatureCollection } from '../../../src/files/vector/geojson-read.ts';
import { InputError } from '../../../src/model/problem.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const collectionOf = (...features: unknown[]) => bytesOf(JSON.stringify({ type: 'FeatureCollection', features }));
const pointAt = (...coordinates: unknown[]) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Point', coordinates },
});

const problemsOf = (reading: () => unknown) => {
  try {
    reading();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems;
  }
  throw new Error('was read');
};

describe('JSON that is none', () => {
  test.each([
    ['{"a":1,\n "b":x}', 'line 2, column 6', 'x}'],
    ['<html>', 'line 1, column 1', '<html>'],
    ['{"a":[1,2,]}', 'line 1, column 11', ']}'],
    ['{"a":1} tail', 'line 1, column 9', 'tail'],
    ["{'a':1}", 'line 1, column 2', "'a':1}"],
    ['[1 2]', 'line 1, column 4', '2]'],
    ['{"a":"tab\there"}', 'line 1, column 6', '"tab\there"}'],
    ['[01]', 'line 1, column 3', '1]'],
    ['{"a":{"b":[1,{"c":2}]', 'line 1, column 22', ''],
    ['', 'line 1, column 1', ''],
    ['{"a" 1}', 'line 1, column 6', '1}'],
    ['[truex]', 'line 1, column 2', 'truex]'],
    ['[1,/* note */2]', 'line 1, column 4', '/* note */2]'],
  ])('%j breaks at %s', (text, place, value) => {
    expect(problemsOf(() => parseJson(bytesOf(text), 'f.json'))).toMatchObject([
      { file: 'f.json', rule: 'not-json', place, value },
    ]);
  });

  test('brackets without end are told, not followed without end', () => {
    expect(problemsOf(() => parseJson(bytesOf('['.repeat(100_000)), 'f.json'))[0].rule).toBe('not-json');
  });

  test('bytes that are no UTF-8', () => {
    expect(problemsOf(() => parseJson(new Uint8Array([0x22, 0xe9, 0x22]), 'f.json'))[0].rule).toBe('not-json');
  });
});

describe('a GeoJSON file', () => {
  test('keeps longitude, latitude and unknown properties', () => {
    const bytes = collectionOf({ ...pointAt(105.8, 21.6, 35), properties: { tên: 'Sảng Mộc', cao: 35 } });
    expect(readFeatureCollection(bytes, 'f', ['Point']).features[0]).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [105.8, 21.6] },
      properties: { tên: 'Sảng Mộc', cao: 35 },
    });
  });

  test('can not change what its properties are', () => {
    const bytes = bytesOf(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"admin":true},"a":1},"geometry":{"type":"Point","coordinates":[105,21]}}]}',
    );
    const { properties } = readFeatureCollection(bytes, 'f', ['Point']).features[0];
    expect(Object.keys(Object.assign({}, properties))).toEqual(['a']);
    expect(Object.assign({}, properties)).not.toHaveProperty('admin');
  });

  test.each([
    ['JSON of another kind', bytesOf('{"type":"Topology"}'), 'not-geojson', 'type', 'Topology'],
    ['a list', bytesOf('[]'), 'not-geojson', 'type', 'object'],
    ['no feature', collectionOf({ type: 'Point' }), 'not-geojson', 'features[0]', ''],
    [
      'another geometry',
      collectionOf({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [] } }),
      'bad-geometry',
      'features[0].geometry',
      'LineString',
    ],
    ['no geometry', collectionOf({ type: 'Feature', geometry: null }), 'bad-geometry', 'features[0].geometry', 'null'],
    [
      'metres',
      collectionOf(pointAt(105.8, 21.6), pointAt(585000, 2390000)),
      'bad-geometry',
      'features[1].geometry.coordinates',
      '[585000,2390000]',
    ],
    [
      'text',
      collectionOf(pointAt('105.8', '21.6')),
      'bad-geometry',
      'features[0].geometry.coordinates',
      '["105.8","21.6"]',
    ],
    [
      'another reference system',
      bytesOf('{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::9213"}},"features":[]}'),
      'not-geojson',
      'crs',
      'urn:ogc:def:crs:EPSG::9213',
    ],
  ])('with %s is refused', (_, bytes, rule, place, value) => {
    expect(problemsOf(() => readFeatureCollection(bytes, 'f.geojson', ['Point']))).toMatchObject([
      { file: 'f.geojson', rule, place, value },
    ]);
  });

  test('with a ring that is not closed is refused', () => {
    const ring = [
      [105, 21],
      [106, 21],
      [106, 22],
      [105, 22],
    ];
    const bytes = collectionOf({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } });
    expect(problemsOf(() => readFeatureCollection(bytes, 'f', ['Polygon', 'MultiPolygon']))[0]).toMatchObject({
      rule: 'bad-geometry',
      place: 'features[0].geometry.coordinates[0]',
    });
  });

  test('tells every feature that does not fit', () => {
    const bytes = collectionOf(pointAt(200, 0), pointAt(105, 21), pointAt(105, 95));
    expect(problemsOf(() => readFeatureCollection(bytes, 'f', ['Point']))).toHaveLength(2);
  });
});

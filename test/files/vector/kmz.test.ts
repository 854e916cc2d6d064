import { kml as toGeoJson } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import type { Feature, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { type KmlDocument, type KmlFeature, writeKmz } from '../../../src/files/vector/kmz-write.ts';

const picture = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]);
const aPlace = (change: Partial<KmlFeature> = {}): KmlFeature => ({
  id: 'H-1',
  name: 'Xóm Đình',
  style: 'none',
  geometry: { type: 'Point', coordinates: [105.82, 21.62] },
  data: [],
  ...change,
});
const aDocument = (features: readonly KmlFeature[], change: Partial<KmlDocument> = {}): KmlDocument => ({
  name: 'Thử',
  description: '',
  styles: [{ id: 'none', icon: { colour: '#a00f35', scale: 0.5 } }],
  folders: [{ name: 'Xóm', visible: true, features }],
  overlays: [],
  icon: picture,
  ...change,
});
const kmlOf = (document: KmlDocument): string => strFromU8(unzipSync(writeKmz(document))['doc.kml']);
const featuresOf = (document: KmlDocument): Feature[] =>
  toGeoJson(new DOMParser().parseFromString(kmlOf(document), 'text/xml') as never).features as Feature[];

test('a place comes back from another reader with its position, name and values', () => {
  const [place] = featuresOf(aDocument([aPlace({ data: [['Dân số', '312']] })]));
  expect(place.geometry).toEqual({ type: 'Point', coordinates: [105.82, 21.62] });
  expect(place.properties).toMatchObject({ name: 'Xóm Đình', 'Dân số': '312' });
});

test('names and values are text, never markup', () => {
  const nasty = '<b>A</b> & "B" ]]> \u0001Ẵ';
  const [place] = featuresOf(aDocument([aPlace({ name: nasty, data: [[nasty, nasty]] })]));
  expect(place.properties?.name).toBe('<b>A</b> & "B" ]]> Ẵ');
  expect(Object.values(place.properties ?? {})).toContain('<b>A</b> & "B" ]]> Ẵ');
});

test('a polygon keeps its hole, several polygons stay together', () => {
  const square = (at: number, size: number) => [
    [at, at],
    [at + size, at],
    [at + size, at + size],
    [at, at + size],
    [at, at],
  ];
  const holed: Polygon = { type: 'Polygon', coordinates: [square(10, 4), square(11, 1)] };
  const [one, many] = featuresOf(
    aDocument([
      aPlace({ geometry: holed }),
      aPlace({ geometry: { type: 'MultiPolygon', coordinates: [[square(1, 1)], [square(5, 1)]] } }),
    ]),
  );
  expect(one.geometry).toEqual(holed);
  expect(many.geometry).toMatchObject({ type: 'GeometryCollection' });
  expect((many.geometry as unknown as { geometries: unknown[] }).geometries).toHaveLength(2);
});

test('colours stand in the order KML has them: opacity, blue, green, red', () => {
  expect(kmlOf(aDocument([]))).toContain('<color>ff350fa0</color>');
});

test('an overlay lies between its parallels and meridians, its picture inside the file', () => {
  const document = aDocument([], {
    overlays: [{ name: '4G', bounds: [105.4, 21.3, 106.2, 22.1], png: picture, opacity: 0.5, visible: true }],
  });
  expect(unzipSync(writeKmz(document))['files/overlay-1.png']).toEqual(picture);
  const kml = kmlOf(document);
  expect(kml).toContain('<href>files/overlay-1.png</href>');
  expect(kml).toContain('<color>80ffffff</color>');
  for (const [side, degrees] of Object.entries({ west: 105.4, south: 21.3, east: 106.2, north: 22.1 }))
    expect(kml).toContain(`<${side}>${degrees}</${side}>`);
});

test('doc.kml comes first, and the same document gives the same bytes', () => {
  const document = aDocument([aPlace()]);
  expect(Object.keys(unzipSync(writeKmz(document)))[0]).toBe('doc.kml');
  expect(writeKmz(document)).toEqual(writeKmz(document));
});

test('a picture over the ground brings its legend, and no icon where no place needs one', () => {
  const overlay = {
    name: 'Vùng phủ',
    bounds: [105.4, 21.3, 106.3, 22.1] as const,
    png: Uint8Array.of(1, 2, 3),
    opacity: 0.5,
    visible: true,
  };
  const document = aDocument([], {
    styles: [],
    folders: [],
    overlays: [overlay],
    icon: null,
    legend: { name: 'RSRP (dBm)', png: Uint8Array.of(4, 5) },
  });
  const files = unzipSync(writeKmz(document));
  expect(Object.keys(files)).toEqual(['doc.kml', 'files/overlay-1.png', 'files/legend.png']);
  expect([...files['files/legend.png']]).toEqual([4, 5]);
  expect(kmlOf(document)).toContain('<ScreenOverlay><name>RSRP (dBm)</name><Icon><href>files/legend.png</href></Icon>');
  expect(kmlOf(document)).toContain('<color>80ffffff</color>');
});

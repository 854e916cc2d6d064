import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { NO_SIGNAL } from '../../src/coverage/coverage-types.ts';
import { coverageGeotiff } from '../../src/files/coverage-geotiff.ts';
import { coverageKmz } from '../../src/files/coverage-kmz.ts';
import { readGeoTiff } from '../../src/files/geotiff-read.ts';

const kmz = () =>
  coverageKmz({
    name: 'Vùng phủ <4G> & "5G"',
    description: 'số liệu giả lập',
    bounds: [105.4, 21.3, 106.3, 22.1],
    opacity: 0.5,
    picture: Uint8Array.of(1, 2, 3),
    legend: Uint8Array.of(4, 5),
  });

test('a KMZ begins with its document and holds picture and legend as they are', () => {
  const files = unzipSync(kmz());
  expect(Object.keys(files)).toEqual(['doc.kml', 'files/coverage.png', 'files/legend.png']);
  expect([...files['files/coverage.png']]).toEqual([1, 2, 3]);
  expect([...files['files/legend.png']]).toEqual([4, 5]);
});

test('the picture lies between its parallels and meridians, as opaque as on the map; names are text', () => {
  const document = new DOMParser().parseFromString(strFromU8(unzipSync(kmz())['doc.kml']), 'text/xml');
  const text = (tag: string) => document.getElementsByTagName(tag)[0]?.textContent;
  expect(text('name')).toBe('Vùng phủ <4G> & "5G"');
  expect(text('color')).toBe('80ffffff');
  expect(['north', 'south', 'east', 'west'].map(text)).toEqual(['22.1', '21.3', '106.3', '105.4']);
});

test('the same coverage gives the same bytes', () => {
  expect(kmz()).toEqual(kmz());
});

test('a GeoTIFF holds dBm, and no data where nothing is heard', async () => {
  const grid = { zoom: 12, col0: 832_000, row0: 460_000, width: 2, height: 1 };
  const bytes = coverageGeotiff({ rsrp: Int16Array.of(-873, NO_SIGNAL) }, grid);
  const raster = await readGeoTiff(bytes, 'vung-phu.tif');
  expect(raster.grid).toEqual(grid);
  expect([...raster.data]).toEqual([Math.fround(-87.3), -9999]);
});

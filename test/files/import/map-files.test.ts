import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { systemOfPrj } from '../../../src/files/import/shapefile/system-of-prj.ts';
import { fileKind, readTable } from '../../../src/files/import/table/read-table.ts';
import { InputError } from '../../../src/model/problem.ts';
import { aShapefile } from './a-shapefile.ts';
import { aWorkbook } from './a-workbook.ts';
import { bytesOf, errorsOf, imported } from './an-import.ts';

const kml = (placemarks: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemarks}</Document></kml>`;
const placemark = `<Placemark><name>Xóm Đình</name><ExtendedData><Data name="Dân số"><value>312</value></Data></ExtendedData><Point><coordinates>105.82,21.62,0</coordinates></Point></Placemark>`;

test('placemarks of a KML file', async () => {
  const { entries, proposal } = await imported('xom.kml', kml(placemark));
  expect(proposal.choice.target).toBe('hamlets');
  expect(entries.hamlets?.[0]).toMatchObject({ name: 'Xóm Đình', centre: [105.82, 21.62] });
});

test('a KMZ archive', async () => {
  const { entries } = await imported('xom.kmz', zipSync({ 'doc.kml': bytesOf(kml(placemark)) }));
  expect(entries.hamlets).toHaveLength(1);
});

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof InputError) return error.problems[0].rule;
    throw error;
  }
  return 'nothing';
};

test('entities that would grow without end are refused unread', async () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${kml('<name>&b;</name>')}`;
  expect(await refusalOf(readTable(bytesOf(bomb), 'a.kml'))).toBe('not-this-format');
});

test('nesting without end is refused before a tree is built', async () => {
  expect(await refusalOf(readTable(bytesOf(`<kml>${'<Folder>'.repeat(100_000)}`), 'a.kml'))).toBe('not-this-format');
});

test('a zip that claims a gigabyte is refused before it is expanded', async () => {
  const bytes = zipSync({ 'doc.kml': bytesOf(kml(placemark)) });
  // the directory's field of the expanded size: 24 bytes into its entry
  const directory = bytes.findIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, 2 ** 31, true);
  expect(await refusalOf(readTable(bytes, 'a.kmz'))).toBe('too-large');
});

test('GeoJSON keeps the properties it has no field for', async () => {
  const feature = {
    type: 'Feature',
    properties: { id: 'T-1', operator: 'viettel', height: 42, dienTich: 12 },
    geometry: { type: 'Point', coordinates: [105.82, 21.62] },
  };
  const { entries } = await imported(
    'tram.geojson',
    JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
  );
  expect(entries.sites?.[0].id).toBe('T-1');
  expect(entries.extras).toEqual([{ of: 'sites/T-1', values: { dienTich: '12' } }]);
});

test('GeoJSON in the metres it states', async () => {
  const features = [
    {
      type: 'Feature',
      properties: { name: 'A', people: 3 },
      geometry: { type: 'Point', coordinates: [429_500, 2_391_770] },
    },
  ];
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::9213' } };
  const { entries, proposal } = await imported(
    'xom.geojson',
    JSON.stringify({ type: 'FeatureCollection', crs, features }),
  );
  expect(proposal.choice.epsg).toBe(9213);
  expect(Math.abs((entries.hamlets?.[0].centre[0] ?? 0) - 105.82)).toBeLessThan(0.01);
});

test('a cable becomes a route between two nodes', async () => {
  const features = [0, 1].map((i) => ({
    type: 'Feature',
    properties: { id: `C-${i}` },
    geometry: {
      type: 'LineString',
      coordinates: [
        [105.82 + i * 0.01, 21.62],
        [105.83 + i * 0.01, 21.62],
      ],
    },
  }));
  const { entries } = await imported('cap.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  expect(entries.fibreNodes).toHaveLength(3);
  expect(entries.fibreRoutes?.map(({ properties: { from, to } }) => [from, to])).toEqual([
    ['C-0-a', 'C-0-b'],
    ['C-0-b', 'C-1-b'],
  ]);
});

test('the first sheet of a workbook, headings below a title', async () => {
  const { entries } = await imported('xom.xlsx', aWorkbook);
  expect(entries.hamlets?.[0]).toMatchObject({ name: 'Xóm Đình', centre: [105.82, 21.62] });
});

test('a zipped shapefile with Vietnamese attributes', async () => {
  const bytes = aShapefile([{ x: 105.82, y: 21.62, name: 'Xóm Đình', people: 312 }]);
  expect(fileKind(bytes, 'xom.zip')).toBe('shapefile');
  const { entries, problems } = await imported('xom.zip', bytes);
  expect(errorsOf(problems)).toEqual([]);
  expect(entries.hamlets?.[0]).toMatchObject({ name: 'Xóm Đình', centre: [105.82, 21.62] });
});

test.each([
  [
    'PROJCS["VN_2000_TM-3_106-30",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137,298.257]]],PROJECTION["Transverse_Mercator"],PARAMETER["Central_Meridian",106.5],PARAMETER["Scale_Factor",0.9999]]',
    9213,
  ],
  [
    'PROJCS["VN_2000_UTM_Zone_48N",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000"]],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",0.9996]]',
    3405,
  ],
  [
    'PROJCS["WGS_1984_UTM_Zone_48N",GEOGCS["GCS_WGS_1984"],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",0.9996]]',
    32648,
  ],
  ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', 4326],
  ['PROJCS["Hanoi_1972_GK_Zone_18"]', null],
])('the system of %.40s… is EPSG:%s', (prj, epsg) => {
  expect(systemOfPrj(prj)).toBe(epsg);
});

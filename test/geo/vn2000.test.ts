import { describe, expect, test } from 'vitest';
import { projectionFrom, projectionTo } from '../../src/files/vector/crs.ts';
import { thaiNguyenZone, vn2000Shift, vn2000Zones } from '../../src/geo/vn2000.ts';

const a = 6378137;
const f = 1 / 298.257223563;
const e2 = f * (2 - f);
const radians = Math.PI / 180;

/** Geographic to geocentric, height 0: IOGP Guidance Note 373-7-2, method 9602. */
const geocentric = (lon: number, lat: number): [number, number, number] => {
  const nu = a / Math.sqrt(1 - e2 * Math.sin(lat * radians) ** 2);
  return [
    nu * Math.cos(lat * radians) * Math.cos(lon * radians),
    nu * Math.cos(lat * radians) * Math.sin(lon * radians),
    (1 - e2) * nu * Math.sin(lat * radians),
  ];
};

const geographic = ([x, y, z]: readonly number[]): [number, number] => {
  const p = Math.hypot(x, y);
  let lat = Math.atan2(z, p * (1 - e2));
  for (let i = 0; i < 10; i++) {
    const nu = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    lat = Math.atan2(z + e2 * nu * Math.sin(lat), p);
  }
  return [Math.atan2(y, x) / radians, lat / radians];
};

/** VN-2000 to WGS 84 by the formula of coordinate-frame rotation, IOGP Guidance Note 373-7-2, method 1032. */
const shifted = (lon: number, lat: number): [number, number] => {
  const [x, y, z] = geocentric(lon, lat);
  const seconds = radians / 3600;
  const rx = vn2000Shift.rotationXArcSec * seconds;
  const ry = vn2000Shift.rotationYArcSec * seconds;
  const rz = vn2000Shift.rotationZArcSec * seconds;
  const m = 1 + vn2000Shift.scalePpm * 1e-6;
  return geographic([
    m * (x + rz * y - ry * z) + vn2000Shift.xM,
    m * (-rz * x + y + rx * z) + vn2000Shift.yM,
    m * (ry * x - rx * y + z) + vn2000Shift.zM,
  ]);
};

/** Length of the meridian from the equator, as a series; a point on the central meridian has k₀ of it as northing. */
const meridianLengthM = (lat: number): number => {
  const n = f / (2 - f);
  const B = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const s = (k: number) => Math.sin(2 * k * lat * radians);
  return (
    B *
    (lat * radians - ((3 / 2) * n - (9 / 16) * n ** 3) * s(1) + (15 / 16) * n ** 2 * s(2) - (35 / 48) * n ** 3 * s(3))
  );
};

const metresApart = ([lon1, lat1]: readonly number[], [lon2, lat2]: readonly number[]): number =>
  Math.hypot((lon1 - lon2) * 103_500, (lat1 - lat2) * 110_700);

describe.each([
  [105.85, 21.59],
  [105.5, 21.9],
  [106.2, 21.4],
  [102.14, 8.33],
  [109.53, 23.4],
])('VN-2000 at %f° E, %f° N', (lon, lat) => {
  test('reaches WGS 84 as the register’s coordinate-frame rotation has it, to 1 cm', async () => {
    const toWgs84 = await projectionFrom(4756);
    expect(metresApart(toWgs84?.(lon, lat) ?? [0, 0], shifted(lon, lat))).toBeLessThan(0.01);
  });

  test.each(vn2000Zones)('comes back from EPSG:$epsg to 1 cm', async ({ epsg }) => {
    const [to, from] = [await projectionTo(epsg), await projectionFrom(epsg)];
    const [x, y] = to?.(lon, lat) ?? [0, 0];
    expect(metresApart(from?.(x, y) ?? [0, 0], [lon, lat])).toBeLessThan(0.01);
  });
});

test.each([
  [8.5, 'south'],
  [21.59, 'in the middle of Thái Nguyên'],
  [23.3, 'north'],
])('on the central meridian a northing is 0.9999 of the meridian, at %f° (%s)', async (lat) => {
  const [lon84, lat84] = shifted(106.5, lat);
  const [east, north] = (await projectionTo(thaiNguyenZone))?.(lon84, lat84) ?? [0, 0];
  expect(Math.abs(east - 500_000)).toBeLessThan(0.01);
  expect(Math.abs(north - 0.9999 * meridianLengthM(lat))).toBeLessThan(0.01);
});

/**
 * Published on epsg.io/3406 as the bounds of EPSG:3406 for 102.14…109.53° E, 8.33…23.4° N. The service feeds the
 * rotations to PROJ without turning their signs, which moves a point by 0.6 to 0.8 m, inside the operation's accuracy
 * of 1 m; everything else must agree.
 */
test.each([
  { at: [102.14, 8.33], axis: 0, published: -479_529.87 },
  { at: [109.53, 8.33], axis: 1, published: 921_196.03 },
  { at: [109.53, 23.4], axis: 0, published: 349_595.92 },
  { at: [102.14, 23.4], axis: 1, published: 2_615_943.99 },
])('agrees with epsg.io at $at to its convention of rotations', async ({ at: [lon, lat], axis, published }) => {
  const found = (await projectionTo(3406))?.(lon, lat)[axis] ?? 0;
  expect(Math.abs(found - published)).toBeLessThan(0.85);
});

test('a system nobody registered is not known', async () => {
  expect(await projectionFrom(1)).toBeUndefined();
});

test('Web Mercator comes back as it went', async () => {
  const [x, y] = (await projectionTo(3857))?.(105.85, 21.59) ?? [0, 0];
  expect(x).toBeCloseTo(105.85 * 111_319.490_793, 2);
  expect(metresApart((await projectionFrom(3857))?.(x, y) ?? [0, 0], [105.85, 21.59])).toBeLessThan(0.01);
});

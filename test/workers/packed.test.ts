import { expect, test } from 'vitest';
import { packed, unpacked } from '../../workers/offline/packed.ts';

const text = JSON.stringify({ type: 'FeatureCollection', features: Array.from({ length: 2000 }, (_, id) => ({ id })) });
const address = 'https://host/phusong/packs/thai-nguyen-2020/sites.geojson';
const response = (): Response =>
  new Response(text, { headers: { 'content-type': 'application/geo+json', 'content-length': String(text.length) } });

test('a layer takes less room in the store, and is given back as it came', async () => {
  const kept = packed(response(), address);
  expect((await kept.clone().arrayBuffer()).byteLength).toBeLessThan(text.length / 3);
  const given = unpacked(kept);
  expect(await given.text()).toBe(text);
  expect(given.headers.get('content-type')).toBe('application/geo+json');
  // told of a length that is no longer true, a reader would wait for more or stop too early
  expect(given.headers.has('content-length')).toBe(false);
});

test('scripts and pictures are kept as they are, and so is what an earlier version kept', async () => {
  for (const name of ['index.js', 'terrain.tif', 'font.woff2', 'index.html']) {
    const whole = response();
    expect(packed(whole, `https://host/${name}`), name).toBe(whole);
    expect(unpacked(whole), name).toBe(whole);
  }
});

test('an address is looked at without what is asked of it', () => {
  const whole = response();
  expect(packed(whole, `${address}?__WB_REVISION__=1`)).not.toBe(whole);
});

import { beforeEach, expect, test, vi } from 'vitest';
import { coverageSettingsOf } from '../../../src/coverage/raster/of-study.ts';
import { operations } from '../../../src/study/operations/index.ts';
import { coverageKeyOf } from '../../../src/ui/coverage/coverage-key.ts';
import { aStudy, does } from '../../study/a-study.ts';

vi.stubGlobal('window', {
  location: { hash: '' },
  matchMedia: () => ({ matches: false }),
  localStorage: { getItem: () => null, setItem: () => {} },
});
const { changeLook, coverageLook, readLook } = await import('../../../src/ui/coverage/look/coverage-look.ts');
const { study } = await import('../../../src/ui/app-state/study.ts');

let start = aStudy();
beforeEach(() => {
  start = aStudy();
});

test('coverage depends on sites and on what it is computed with', () => {
  const key = coverageKeyOf(start);
  expect(coverageKeyOf(does(start, operations.deleteSite(start, { id: 'TN-0002' })))).not.toBe(key);
  expect(coverageKeyOf(does(start, operations.setService(start, { change: { model: 'free-space' } })))).not.toBe(key);
  expect(coverageKeyOf(does(start, operations.setService(start, { change: { receiverHeightM: 3 } })))).not.toBe(key);
});

test('neither the service threshold nor a hamlet changes coverage', () => {
  const key = coverageKeyOf(start);
  expect(coverageKeyOf(does(start, operations.setService(start, { change: { thresholdDbm: -100 } })))).toBe(key);
  expect(coverageKeyOf(does(start, operations.setPeople(start, { id: 'H-2', people: 7 })))).toBe(key);
});

test('taking a change back leads to the picture before it', () => {
  const moved = does(start, operations.moveSite(start, { id: 'TN-0002', position: [105.841, 21.636] }));
  const back = does(moved, operations.moveSite(moved, { id: 'TN-0002', position: [105.84, 21.635] }));
  expect(coverageKeyOf(moved)).not.toBe(coverageKeyOf(start));
  expect(coverageKeyOf(back)).toBe(coverageKeyOf(start));
});

test('coverage takes the settings of service, and never looks farther than service does', () => {
  const near = does(start, operations.setService(start, { change: { maxRadiusKm: 8, locationPercent: 90 } }));
  const [setting] = near.scenarios[0].done[0].changes;
  if (setting.layer !== 'settings' || setting.after?.name !== 'service') throw new Error('no settings were put');
  expect(coverageSettingsOf(setting.after.value, 11)).toMatchObject({ radiusKm: 8, locationPercent: 90, zoom: 11 });
});

test('a look that was kept comes back, and what means nothing is left out', () => {
  expect(readLook('{"thresholdDbm":-100,"opacity":0.4,"ramp":"cividis","continuous":true}')).toEqual({
    thresholdDbm: -100,
    opacity: 0.4,
    ramp: 'cividis',
    continuous: true,
  });
  const usual = readLook(null);
  for (const text of ['no json', 'null', '{"thresholdDbm":"low","opacity":7,"ramp":"pink","continuous":1}']) {
    expect(readLook(text), text).toEqual(usual);
  }
});

test('a picture begins where service does, and follows it until its user asks for another level', () => {
  study.value = does(start, operations.setService(start, { change: { thresholdDbm: -105 } }));
  expect(coverageLook.value.thresholdDbm).toBe(-105);
  changeLook({ opacity: 0.5 });
  study.value = does(start, operations.setService(start, { change: { thresholdDbm: -98 } }));
  expect(coverageLook.value).toMatchObject({ thresholdDbm: -98, opacity: 0.5 });
  changeLook({ thresholdDbm: -120 });
  study.value = start;
  expect(coverageLook.value.thresholdDbm).toBe(-120);
  // back on the level of service it follows again
  changeLook({ thresholdDbm: -110 });
  study.value = does(start, operations.setService(start, { change: { thresholdDbm: -105 } }));
  expect(coverageLook.value.thresholdDbm).toBe(-105);
});

import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { createCache } from '../../../src/ui/app-state/cache.ts';

test('the results used last are kept', () => {
  const cache = createCache<number>({ most: 2 });
  cache.keep('a', 1);
  cache.keep('b', 2);
  cache.find('a');
  cache.keep('c', 3);
  expect([cache.find('a'), cache.find('b'), cache.find('c')]).toEqual([1, undefined, 3]);
});

test('results that together take too much make room for the newest, and one that alone does is not kept', () => {
  const cache = createCache<number>({ most: 9, mostBytes: 100, bytesOf: (value) => value });
  cache.keep('a', 40);
  cache.keep('b', 50);
  cache.keep('c', 60);
  expect([cache.find('a'), cache.find('b'), cache.find('c')]).toEqual([undefined, undefined, 60]);
  cache.keep('d', 101);
  expect([cache.find('c'), cache.find('d')]).toEqual([60, undefined]);
});

test('whoever looked for a result hears of it when it comes', () => {
  const cache = createCache<number>({ most: 1 });
  const seen: (number | undefined)[] = [];
  const stop = effect(() => void seen.push(cache.find('a')));
  cache.keep('a', 1);
  cache.clear();
  stop();
  cache.keep('a', 2);
  expect(seen).toEqual([undefined, 1, undefined]);
});

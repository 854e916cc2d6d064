import { type Cache, createCache } from '../../src/sources/cache/cache.ts';
import { memoryStore } from '../../src/sources/cache/store.ts';
import { wait } from '../../src/sources/net/lane.ts';
import { createNet, type Net, type NetOptions } from '../../src/sources/net/net.ts';
import type { StandIn } from './stand-in.ts';

/** A thousand times as fast: the half minute a source asks for is 30 ms. */
export const fastWait: NetOptions['wait'] = (ms, signal) => wait(ms / 1000, signal);

const identification = { 'User-Agent': 'PhuSong/0 (test; nobody@example.org)' };

/** Asks a stand-in, at a thousand times the pace, with a cache in memory unless another is given. */
export const aNet = (standIn: StandIn, change: Partial<NetOptions> & { cache?: Cache } = {}): Net =>
  createNet({
    cache: createCache(memoryStore()),
    identification,
    addresses: standIn.addresses,
    wait: fastWait,
    signal: new AbortController().signal,
    ...change,
  });

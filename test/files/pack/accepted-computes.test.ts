// @module-tag slow
import { expect, test } from 'vitest';
import { readPack } from '../../../src/files/pack/pack-read.ts';
import { packSourceFromFiles } from '../../../src/files/pack/pack-source.ts';
import { writePack } from '../../../src/files/pack/pack-write.ts';
import { sha256Hex } from '../../../src/files/sha256.ts';
import { InputError } from '../../../src/model/problem.ts';
import { runStudy } from '../../../src/runs/study-run.ts';
import { aNetwork, aStandingSite } from '../../proposal/a-proposal.ts';
import { budget } from '../../support/budget.ts';
import { fc } from '../../support/fast-check.ts';
import { aHamlet } from './small-pack.ts';

/** A pack on which all of the computation has something to do: two operators near each other, hamlets with fibre and without. */
const pack = aNetwork(
  [
    aStandingSite('TN-0001', 'viettel', [105.83, 21.63]),
    aStandingSite('TN-0002', 'vinaphone', [105.831, 21.63]),
    aStandingSite('TN-0003', 'mobifone', [105.88, 21.62]),
  ],
  [aHamlet(), aHamlet({ id: 'H-2', name: 'Xóm Chùa', hasFibre: false })],
);
const files = writePack(pack);
const texts = new Map(
  [...files].flatMap(([path, bytes]) =>
    /\.(?:geojson|json)$/.test(path) ? [[path, new TextDecoder().decode(bytes)] as const] : [],
  ),
);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Place = readonly (string | number)[];

/** Every value that is neither an object nor a list, by its way from the root. */
const leavesOf = (value: Json, way: Place = []): Place[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...way, key]))
    : [way];

const replaced = (value: Json, [key, ...rest]: Place, by: (old: Json) => Json | undefined): Json => {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as { [key: string]: Json };
  const old = copy[key!];
  const next = rest.length > 0 ? replaced(old, rest, by) : by(old);
  if (next === undefined) delete copy[key!];
  else copy[key!] = next;
  return copy as Json;
};

/** What somebody, or another program, may have made of a value. */
const changes: readonly ((old: Json) => Json | undefined)[] = [
  ...[0, -1, 1e-9, 0.1, 1e3, 1e9, 1e300, -1e300, 21.63].map((value) => () => value),
  ...[0.1, 0.99, 1.01, 10, -1].map((factor) => (old: Json) => (typeof old === 'number' ? old * factor : old)),
  ...['', 'viettel', '4G', '5G', '2G', '05434', 'TN-0001', 'constructor', '__proto__', 'ế'].map((text) => () => text),
  () => null,
  () => true,
  () => [],
  () => undefined,
];

const paths = [...texts.keys()];
const spoilt = fc
  .tuple(fc.constantFrom(...paths), fc.nat(), fc.constantFrom(...changes))
  .map(([path, at, change]): [path: string, text: string] => {
    const whole = JSON.parse(texts.get(path)!) as Json;
    const leaves = leavesOf(whole);
    return [path, JSON.stringify(replaced(whole, leaves[at % leaves.length], change))];
  });

/** The files with some of them changed, each change's checksum put right. */
const filesWith = (changed: readonly (readonly [path: string, text: string])[]): Map<string, Uint8Array> => {
  const all = new Map(files);
  let manifest = changed.findLast(([path]) => path === 'pack.json')?.[1] ?? texts.get('pack.json')!;
  for (const [path, text] of changed) {
    if (path === 'pack.json') continue;
    const bytes = new TextEncoder().encode(text);
    manifest = manifest.replace(sha256Hex(files.get(path)!), sha256Hex(bytes));
    all.set(path, bytes);
  }
  return all.set('pack.json', new TextEncoder().encode(manifest));
};

test('a pack is refused in words, or everything is computed on it', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(spoilt, { minLength: 1, maxLength: 2 }), async (changed) => {
      const opened = await readPack(packSourceFromFiles('small', filesWith(changed))).catch((error: unknown) => {
        // what is refused is refused here, with the place and the rule
        if (error instanceof InputError) return null;
        throw error;
      });
      if (!opened) return;
      accepted++;
      const { findings } = await runStudy(opened);
      expect(findings.hamlets).toHaveLength(opened.pack.hamlets.length);
      expect(JSON.stringify(findings)).not.toMatch(/NaN|Infinity/);
      for (const { peopleUnserved, peopleUnknown, people } of findings.hamlets)
        expect((peopleUnserved ?? 0) + peopleUnknown).toBeLessThanOrEqual(people);
    }),
    { numRuns: budget(250, 10_000) },
  );
  // a test in which nothing is accepted would hold of anything
  expect(accepted).toBeGreaterThan(20);
});

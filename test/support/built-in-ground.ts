import { readFileSync } from 'node:fs';
import { Deserializer } from 'node:v8';
import type { BuiltInGround } from '../../data/build/built-in-ground.ts';
import { landFile } from './land-file.ts';

/** The land of the built-in pack as it was made before the tests: each file that asks has a copy of its own. */
export const builtInGround = (): BuiltInGround => {
  const reader = new Deserializer(readFileSync(landFile));
  reader.readHeader();
  return reader.readValue();
};

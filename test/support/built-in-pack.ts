import { existsSync } from 'node:fs';
import { buildBuiltInPack } from '../../data/build/built-in.ts';
import { readPackFolder } from '../../src/cli/pack-folder.ts';
import type { Pack } from '../../src/model/pack.ts';

const folder = 'public/packs/thai-nguyen-2020';
const silent = { stdout: () => {}, stderr: () => {}, interactive: false, signal: new AbortController().signal };

/** The built-in pack: as `npm test` has just made it, or made now where it has not. */
export const builtInPack = async (): Promise<Pack> =>
  existsSync(`${folder}/pack.json`) ? (await readPackFolder(folder, silent)).pack : buildBuiltInPack();

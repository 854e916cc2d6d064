import { existsSync, readFileSync } from 'node:fs';
import type { InputFile } from '../../src/files/raster/elevation-files.ts';

const folder = '../shared/data/sources';

/** Whether samples of public sources lie beside the repository; they are not part of it. */
export const hasSamples = (...names: string[]): boolean => {
  const missing = names.filter((name) => !existsSync(`${folder}/${name}`));
  if (missing.length > 0) console.warn(`skipped: ${folder}/${missing.join(', ')} absent`);
  return missing.length === 0;
};

export const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}/${name}`));

export const sampleFile = (name: string): InputFile => ({ name: name.split('/').at(-1)!, bytes: sample(name) });

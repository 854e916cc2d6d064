import { existsSync, readFileSync } from 'node:fs';
import { readModules } from './imports/graph.ts';
import type { Product } from './reuse.ts';
import { mustRun } from './run.ts';

/** Files and all that they import, directly or by way of others. */
export const closureOf = (...entries: string[]): string[] => {
  const found = new Set(entries);
  for (const path of found) {
    if (!path.endsWith('.ts')) continue;
    const [{ imports }] = readModules(new Map([[path, readFileSync(path, 'utf8')]]), existsSync);
    for (const next of imports) found.add(next);
  }
  return [...found];
};

export const builtInPack: Product = {
  title: 'Built-in pack of Thái Nguyên 2020',
  usualSeconds: 20,
  folder: 'public/packs/thai-nguyen-2020',
  inputs: () => [
    ...closureOf('data/build/built-in.ts', 'src/files/pack/pack-write.ts'),
    'data/facts',
    'package-lock.json',
  ],
  make: () => mustRun('tsx', 'src/cli/main.ts', 'pack', '--quiet'),
};

/** The app as a static host has it. The packs are part of it: the built-in one is made before. */
export const app: Product = {
  title: 'App',
  usualSeconds: 20,
  folder: 'dist',
  inputs: () => [
    // the worker that builds packs brings the builder with it
    ...closureOf('vite.config.ts', 'workers/province/worker.ts'),
    ...['index.html', 'package.json', 'package-lock.json', 'src', 'workers', 'public', 'data/facts'],
  ],
  make: () => mustRun('vite', 'build', '--logLevel', 'warn'),
};

import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.ts';

/** All tests, in the order that fails soonest: types and lint, the built-in pack, units, the build, a real browser. */
const steps: [title: string, command: string, args: string[]][] = [
  ['Types', 'tsc', ['--noEmit']],
  ['Format, lint', 'biome', ['check', '--error-on-warnings']],
  ['Import rule', 'tsx', ['scripts/imports.ts']],
  ['Texts', 'tsx', ['scripts/texts.ts']],
  ['Unused code', 'knip', []],
  ['Built-in pack', 'tsx', ['src/cli/main.ts', 'pack', '--quiet']],
  ['Unit and validation tests', 'vitest', ['run', '--project', 'unit']],
  ['Build', 'vite', ['build', '--logLevel', 'warn']],
  ['The app in a real browser', 'vitest', ['run', '--project', 'e2e']],
];

// before anything long, so that a machine without a browser learns it at once
ensureChromium();

for (const [title, command, args] of steps) {
  const startedMs = performance.now();
  console.log(`\n== ${title}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${title}: failed`);
    process.exit(1);
  }
  console.log(`${title}: ok, ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
}

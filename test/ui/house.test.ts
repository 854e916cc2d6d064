import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => `src/ui/${name.replaceAll('\\', '/')}`);

const holding = (pattern: RegExp): string[] => files.filter((path) => pattern.test(readFileSync(path, 'utf8'))).sort();

test('what ends a calculation on screen is made in one place', () => {
  expect(holding(/new AbortController\b/)).toEqual(['src/ui/app-state/job.ts']);
  expect(readFileSync('src/ui/app-state/job.ts', 'utf8').match(/new AbortController\b/g)).toHaveLength(1);
});

test('what was ended is told from what failed in one place', () => {
  expect(holding(/name === 'AbortError'/)).toEqual(['src/ui/app-state/job.ts']);
});

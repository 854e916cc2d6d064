// @module-tag slow
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';

const command = ['--import', 'tsx', 'src/cli/main.ts', '--help'] as const;

test('where nobody reads on, a command ends at once and says nothing', async () => {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, said]).toEqual([141, '']);
});

test.skipIf(!existsSync('/dev/full'))('where what it prints finds no room, it says so in a line', () => {
  const { status, stderr } = spawnSync(process.execPath, command, {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([1, 'stdout: ENOSPC: no space left on device, write\n']);
});

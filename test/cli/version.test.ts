import { expect, test } from 'vitest';
import { version } from '../../package.json';
import { main } from '../../src/cli/main.ts';

test.each(['--version', '-V'])('%s prints the version and nothing else', async (option) => {
  let [out, err] = ['', ''];
  const code = await main([option], {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    interactive: false,
    signal: new AbortController().signal,
  });
  expect([code, out, err]).toEqual([0, `${version}\n`, '']);
});

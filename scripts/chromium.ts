import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usualPlaces = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium on this machine, or null. `CHROMIUM_PATH` goes first. */
export const findChromium = (): string | null => {
  for (const path of [...usualPlaces, chromium.executablePath()]) if (path && existsSync(path)) return path;
  return null;
};

const isDebianRoot = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** Finds Chromium or installs it, saying what it does. Throws when neither works, with the way out. */
export const ensureChromium = (): string => {
  const found = findChromium();
  if (found) {
    console.log(`Browser: ${found}`);
    return found;
  }
  const run = (command: string, args: string[]) => {
    console.log(`Browser: none found; ${command} ${args.join(' ')}`);
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  if (isDebianRoot()) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', 'chromium']);
  } else {
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', '--with-deps', 'chromium']);
  }
  const installed = findChromium();
  if (!installed) throw new Error('No Chromium after installing it. Install one and set CHROMIUM_PATH to its program.');
  return installed;
};

import { spawn } from 'node:child_process';

/** Runs a program of this repository's node_modules, on this terminal, and gives its exit code. */
export const run = (program: string, ...args: string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn('npx', ['--no-install', program, ...args], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** @throws Error where the program does not end well */
export const mustRun = async (program: string, ...args: string[]): Promise<void> => {
  const code = await run(program, ...args);
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}`);
};

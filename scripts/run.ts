import { spawn } from 'node:child_process';

const start = (stdio: 'inherit' | 'pipe', program: string, args: readonly string[]) =>
  spawn('npx', ['--no-install', program, ...args], { stdio, shell: process.platform === 'win32' });

/** Runs a program of this repository's node_modules, on this terminal, and gives its exit code. */
export const run = (program: string, ...args: string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = start('inherit', program, args);
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** The same beside other programs: what it says is kept together, and said when it has ended. */
export const runApart = (program: string, ...args: string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = start('pipe', program, args);
    const said: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => said.push(part));
    child.stderr?.on('data', (part: Buffer) => said.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });

/** @throws Error where the program does not end well */
export const mustRun = async (program: string, ...args: string[]): Promise<void> => {
  const code = await run(program, ...args);
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}`);
};

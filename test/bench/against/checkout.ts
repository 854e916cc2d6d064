import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another commit of this repository, ready to run beside this one. */
export interface Checkout {
  commit: string;
  folder: string;
}

const must = (program: string, args: readonly string[], cwd: string): void => {
  const { status } = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed in ${cwd}`);
};

const sameLibraries = (folder: string): boolean =>
  readFileSync('package-lock.json', 'utf8') === readFileSync(join(folder, 'package-lock.json'), 'utf8');

/**
 * Lays a commit out in a temporary folder with its own libraries and built-in pack, and its app where that is asked for.
 * A folder that is ready is used again.
 */
export const checkOut = (reference: string, withApp: boolean, say: (line: string) => void): Checkout => {
  const asked = ['rev-parse', '--verify', '--quiet', `${reference}^{commit}`];
  const found = spawnSync('git', asked, { encoding: 'utf8' });
  if (found.status !== 0) throw new Error(`There is no commit '${reference}'`);
  const commit = found.stdout.trim();
  const folder = join(tmpdir(), 'phusong-against', commit.slice(0, 12));
  const ready = join(folder, '.ready');
  if (!existsSync(ready)) {
    say(`Laying ${reference} out in ${folder}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const archive = join(folder, 'commit.tar');
    execFileSync('git', ['archive', '--format=tar', '--output', archive, commit]);
    must('tar', ['-xf', archive], folder);
    rmSync(archive);
    if (sameLibraries(folder))
      cpSync('node_modules', join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    else must('npm', ['ci', '--no-audit', '--no-fund', '--silent'], folder);
    say('Making its built-in pack');
    must('npx', ['--no-install', 'tsx', 'src/cli/main.ts', 'pack', '--quiet'], folder);
    writeFileSync(ready, '');
  }
  if (withApp && !existsSync(join(folder, 'dist/index.html'))) {
    say('Building its app');
    must('npx', ['--no-install', 'vite', 'build', '--logLevel', 'error'], folder);
  }
  return { commit, folder };
};

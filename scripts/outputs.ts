import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

/**
 * Makes everything that leaves the program, from both packs in both languages, and compares it with the list of SHA-256 in
 * test/outputs. `--write` makes the list anew, `--keep DIR` leaves the files in DIR to look at.
 *
 * The real pack needs ../shared/data and is left out, with a word, where that is absent. PDF is told by its size, since
 * every version of Chromium writes another.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const listFile = join(root, 'test/outputs/sha256.txt');
const shared = resolve(root, '../shared/data/thai-nguyen');
const run = promisify(execFile);

const phusong = async (args: readonly string[]): Promise<string> => {
  console.error(`phusong ${args.join(' ')}`);
  const started = ['node_modules/tsx/dist/cli.mjs', 'src/cli/main.ts', ...args];
  return (await run(process.execPath, started, { cwd: root, maxBuffer: 64e6 })).stdout;
};

/** Packs by name, with how each is made. */
const packs: Record<string, readonly string[]> = {
  'built-in': [],
  real: [
    ...['--name', 'real', '--boundaries', join(shared, 'thai-nguyen-communes-2020.geojson')],
    ...['--terrain', join(shared, 'N21E105.hgt')],
  ],
};

/** What is made from each pack in each language: a folder's name and the command that fills it. */
const commands = (pack: string, lang: string, out: string): Record<string, readonly string[]> => {
  const from = ['--pack', pack, '--lang', lang];
  const proposals = [join(root, 'test/outputs/masts.csv'), join(root, 'public/schema/proposal-template.geojson')];
  return {
    report: [
      ...['report', ...from, '--commune-sheets', '--format', 'docx,pdf,html,xlsx,csv,geojson,kmz,geotiff,json'],
      ...[...proposals.flatMap((file) => ['--proposal', file]), '--out', out],
    ],
    // the frontier of the real pack takes too long
    sharing: [
      ...['sharing', ...from, '--planned', proposals[0], '--out', out],
      ...(pack.includes('/real/') ? [] : ['--frontier']),
    ],
    fibre: ['fibre', ...from, '--out', out],
    resilience: ['resilience', ...from, '--out', out],
    assess: ['assess', ...from, ...proposals, '--out', join(out, 'both.docx'), '--out', join(out, 'both.geojson')],
  };
};

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A line for each file below a folder, in the order of their paths. */
const linesOf = async (folder: string, title: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lines = paths.sort().map(async (path) => {
    const name = `${title}/${relative(folder, path)}`;
    return path.endsWith('.pdf') || path.endsWith('report.zip') ? null : `${sha256(await readFile(path))}  ${name}`;
  });
  return (await Promise.all(lines)).filter((line) => line !== null);
};

const { values } = parseArgs({ options: { write: { type: 'boolean' }, keep: { type: 'string' } } });
const work = values.keep ? resolve(values.keep) : await mkdtemp(join(tmpdir(), 'outputs-'));
const lines: string[] = [];
try {
  for (const [name, how] of Object.entries(packs)) {
    if (name === 'real' && !existsSync(shared)) {
      console.error('skipped: the real pack, since ../shared/data is absent');
      continue;
    }
    const pack = join(work, name, 'pack');
    await phusong(['pack', ...how, '--quiet', '--out', pack]);
    lines.push(...(await linesOf(pack, `${name}/pack`)));
    for (const operator of ['viettel', 'best']) {
      const out = join(work, name, 'coverage');
      await mkdir(out, { recursive: true });
      await phusong([
        'coverage',
        '--pack',
        pack,
        '--operator',
        operator,
        '--quiet',
        '--out',
        join(out, `${operator}.tif`),
      ]);
    }
    lines.push(...(await linesOf(join(work, name, 'coverage'), `${name}/coverage`)));
    for (const lang of ['vi', 'en']) {
      for (const command of Object.keys(commands(pack, lang, ''))) {
        const out = join(work, name, lang, command);
        await mkdir(out, { recursive: true });
        const said = await phusong(commands(pack, lang, out)[command]);
        lines.push(`${sha256(said)}  ${name}/${lang}/${command} (stdout)`);
        lines.push(...(await linesOf(out, `${name}/${lang}/${command}`)));
      }
    }
  }
} finally {
  if (!values.keep) await rm(work, { recursive: true, force: true });
}

const made = lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
if (values.write) {
  await writeFile(listFile, `${made.join('\n')}\n`);
  console.log(`${made.length} files listed in ${relative(root, listFile)}`);
} else {
  const nameOf = (line: string): string => line.slice(66);
  const listed = new Set((await readFile(listFile, 'utf8')).trim().split('\n'));
  const names = new Set(made.map(nameOf));
  const changed = made.filter((line) => !listed.has(line)).map(nameOf);
  const packsMade = new Set(made.map((line) => nameOf(line).split('/')[0]));
  const gone = [...listed].map(nameOf).filter((name) => !names.has(name) && packsMade.has(name.split('/')[0]));
  for (const name of changed) console.log(`differs: ${name}`);
  for (const name of gone) console.log(`gone: ${name}`);
  console.log(`${made.length - changed.length} of ${made.length} files are as listed`);
  process.exitCode = changed.length + gone.length > 0 ? 1 : 0;
}

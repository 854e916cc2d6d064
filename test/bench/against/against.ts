import { spawnSync } from 'node:child_process';
import { checkOut } from './checkout.ts';
import { type Comparison, compareRounds, type Line } from './compare.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** One bench as a commit has it, in a process of its own. Null where that commit has no such bench. */
const runIn = (folder: string, bench: string): Line[] | null => {
  const args = ['--no-install', 'tsx', 'test/bench/main.ts', bench];
  const { status, stdout } = spawnSync('npx', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64e6,
  });
  if (status === 2) return null;
  if (status !== 0) throw new Error(`bench ${bench} failed in ${folder}`);
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line));
};

const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** For whoever reads it: a row a measure. */
const tableOf = (all: readonly Comparison[]): string => {
  const head = ['measure', 'figure', 'here', 'there', 'ratio', 'from', 'to', 'noise', ''];
  const rows = all.map(({ measure, field, here, there, ratio, noise, verdict }) => [
    ...[measure, field, figure(here), figure(there)],
    ...[ratio.median, ratio.min, ratio.max].map((value) => value.toFixed(3)),
    ...[`${(noise * 100).toFixed(1)} %`, verdict],
  ]);
  const widths = head.map((title, c) => Math.max(title.length, ...rows.map((row) => row[c].length)));
  const lineOf = (row: readonly string[]): string =>
    row.map((cell, c) => (c < 2 || c === 8 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  ');
  return [head, ...rows].map((row) => lineOf(row).trimEnd()).join('\n');
};

/**
 * Runs benches of this checkout and of another commit in turn, so that what slows the machine slows both, and prints how
 * they compare: a JSON line a figure, then a table on stderr.
 */
export const runAgainst = (reference: string, benches: readonly string[], rounds: number, withApp: boolean): void => {
  const { commit, folder } = checkOut(reference, withApp, say);
  const all: Comparison[] = [];
  for (const bench of benches) {
    const measured: { here: Line[]; there: Line[] }[] = [];
    for (let round = 0; round < rounds; round++) {
      say(`${bench}: round ${round + 1} of ${rounds}`);
      // who is first changes, so that a machine that warms up or fills is nobody's advantage
      const order = round % 2 === 0 ? (['here', 'there'] as const) : (['there', 'here'] as const);
      const lines = { here: null as Line[] | null, there: null as Line[] | null };
      for (const side of order) lines[side] = runIn(side === 'here' ? process.cwd() : folder, bench);
      const { here, there } = lines;
      if (here && there) measured.push({ here, there });
    }
    if (measured.length === 0) say(`${bench}: ${reference} has no such bench`);
    for (const one of compareRounds(measured)) {
      all.push(one);
      console.log(JSON.stringify({ bench, against: commit.slice(0, 7), rounds: measured.length, ...one }));
    }
  }
  say(
    `\nThis checkout over ${reference} (${commit.slice(0, 7)}); below 1 is faster. Noise: how far a side is from itself.\n`,
  );
  say(tableOf(all));
};

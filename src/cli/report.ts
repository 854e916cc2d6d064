import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { computeFindingsInWorker } from '../../workers/findings/client.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import { computeServiceInWorkers } from '../../workers/service/client.ts';
import { sceneOf } from '../coverage/scene.ts';
import { defaultServiceSettings } from '../coverage/service-types.ts';
import { findingsFiles } from '../report/findings-files.ts';
import { defaultSharingRules } from '../sharing/plan-types.ts';
import { type Command, type CommandIo, exitCodes, UsageError } from './command.ts';
import { headlineText, type Language } from './headline-text.ts';
import { readPackFolder } from './pack-folder.ts';
import { progressPrinter } from './progress.ts';

const defaultPack = 'public/packs/thai-nguyen-2020';

const help = `Who is served, which hamlets lack 4G or fibre, and what sharing towers saves.

Usage: phusong report [--pack DIR] [--lang vi|en] --out DIR

  --pack DIR    folder of a pack; the built-in one (${defaultPack}) by default
  --lang vi|en  language of the headline table; vi by default
  --out DIR     where the files go; made if it is not there

Prints the headline table and writes
  findings.json    everything found, with definitions, parameters and provenance
  hamlets.csv      every hamlet with its service by operator, fibre and people
  sharing.csv      the merges of the sharing plan with their present value
  hamlets.geojson  the hamlets with their status, for any GIS

Examples:
  npm run -s phusong -- pack
  npm run -s phusong -- report --out out
  npm run -s phusong -- report --pack public/packs/real --lang en --out out-real

Exit codes: 0 done, 2 wrong usage, 3 a pack that can't be used, 130 cancelled.
`;

const readOptions = (args: readonly string[]): { pack: string; lang: Language; out: string } => {
  const { values } = parseArgs({
    args: [...args],
    options: { pack: { type: 'string' }, lang: { type: 'string' }, out: { type: 'string' } },
  });
  const lang = values.lang ?? 'vi';
  if (lang !== 'vi' && lang !== 'en') throw new UsageError(`--lang is '${lang}'; it takes vi or en.`);
  if (!values.out) throw new UsageError("--out DIR is missing: where should the files go? 'report --help' tells more.");
  return { pack: values.pack ?? defaultPack, lang, out: values.out };
};

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const { pack: folder, lang, out } = readOptions(args);
  if (folder === defaultPack && !existsSync(join(folder, 'pack.json'))) {
    io.stderr(`There is no built-in pack in ${folder} yet: making it first.\n`);
    const { packCommand } = await import('./pack.ts');
    await packCommand.run(['--quiet'], io);
  }
  const { pack, checksum } = await readPackFolder(folder, io);
  installNodeWorkers();
  const progress = progressPrinter(io);
  const options = { signal: io.signal, onProgress: progress.report };
  const settings = defaultServiceSettings;
  const service = await computeServiceInWorkers(sceneOf(pack), settings, options);
  const findings = await computeFindingsInWorker(
    { pack, checksum, service, settings, rules: defaultSharingRules },
    options,
  );
  progress.end();

  await mkdir(out, { recursive: true });
  for (const [name, content] of findingsFiles(findings)) await writeFile(join(out, name), content);
  io.stdout(headlineText(findings, lang));
  return exitCodes.ok;
};

export const reportCommand: Command = {
  name: 'report',
  summary: 'who is served, which hamlets lack 4G or fibre, what sharing saves',
  help,
  run,
};

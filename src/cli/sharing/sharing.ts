import { join } from 'node:path';
import { computeFindingsInWorker } from '../../../workers/findings/client.ts';
import { installNodeWorkers } from '../../../workers/node-worker.ts';
import { computeServiceInWorkers } from '../../../workers/service/client.ts';
import { openSharing } from '../../../workers/sharing/client.ts';
import { sceneOf } from '../../coverage/service/scene.ts';
import { defaultServiceSettings, type ServiceSettings } from '../../coverage/service/service-types.ts';
import { withFileNames } from '../../findings/file-names.ts';
import type { Parameter } from '../../model/facts.ts';
import type { Pack } from '../../model/pack.ts';
import { InputError } from '../../model/problem.ts';
import type { AvoidedFrontier } from '../../proposal/assessment.ts';
import { textsAbout } from '../../report/report-input.ts';
import {
  writeSharingCsv,
  writeSharingGeoJson,
  writeSharingXlsx,
  writeTableCsv,
} from '../../report/sharing/sharing-files.ts';
import { frontierTable, sharingTables } from '../../report/sharing/sharing-tables.ts';
import type { Frontier } from '../../sharing/plan/frontier.ts';
import type { SharingFinding } from '../../sharing/plan/plan-types.ts';
import { validateTarget } from '../../sharing/plan/request-validation.ts';
import { rateBy, sharingRate } from '../../sharing/rate.ts';
import { type Command, type CommandIo, exitCodes } from '../command.ts';
import { checkOutputFolder, writeFiles } from '../output.ts';
import { progressPrinter } from '../progress.ts';
import { readProposalFiles } from '../proposal-files.ts';
import { assessmentOf, defaultPack, openPackFolder } from '../study-findings.ts';
import { type ParameterChange, readSharingOptions, type SharingOptions } from './sharing-options.ts';

const help = `The plan of tower sharing that reaches a rate, with what it saves.

Usage: phusong sharing [--pack DIR] [--target RATE] [OPTIONS] --out DIR

  --pack DIR       folder of a pack; the built-in one (${defaultPack}) by default
  --target RATE    rate to reach, 0..1; 0.15 by default
  --definition D   D1 (shared sites / sites, the default) or D2 (tenancies on shared sites / tenancies)
  --objective O    reach-target (the default: the fewest merges, then the largest present value), all-that-pay,
                   fewest-moves (of tenancies), each-operator-gains
  --urban-distance M, --rural-distance M   how near two sites must be; 100 and 500
  --tenants N      most operators on a mast, 2 to 4; 3
  --spacing M      height one operator takes on a mast; 3
  --force MOVED>HOST, --forbid MOVED>HOST   merges that must or must not be in the plan; may be repeated
  --set NAME=LOW,CENTRAL,HIGH               a parameter of money in place of the pack's; may be repeated
  --time-limit S   seconds for the exact plan; 60. The greedy plan stands in after it
  --greedy         only the greedy plan, unproven
  --frontier       also saving against rate, from today's to the most there can be (takes some seconds more)
  --planned FILE   masts a carrier plans (as 'assess' reads them): saving against rate where they go onto standing
                   masts instead of being built; may be repeated
  --lang vi|en     language of the workbook; vi by default
  --out DIR        where the files go; made if it is not there

Prints JSON: the merges chosen, both rates before and after, the proven gap, money as low, central and high. Writes
  sharing.json      that, with the rejected pairs and their reasons, accounts, service before and after
  sharing.csv       the merges, a row each
  sharing.geojson   the merges as lines from the mast that goes to the one that stays
  sharing.xlsx      everything, a sheet a table
  frontier.csv      with --frontier or --planned

Examples:
  npm run -s phusong -- sharing --target 0.15 --out out
  npm run -s phusong -- sharing --definition D2 --target 0.25 --frontier --lang en --out out
  npm run -s phusong -- sharing --planned public/schema/proposal-template.geojson --out out
  npm run -s phusong -- sharing --forbid 'TN-0012>TN-0345' --set coloc_capex=20e6,40e6,80e6 --out out

Exit codes: 0 done (also where the target is out of reach: 'reached' says so), 2 wrong usage, 3 input that can't be used,
130 cancelled.
`;

/** The pack's parameters with those that were given in their place. */
const withChanges = (parameters: readonly Parameter[], changes: readonly ParameterChange[]): Parameter[] => {
  const known = new Set(parameters.map(({ name }) => name));
  const unknown = changes.filter(({ name }) => !known.has(name));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map(({ name }) => ({
        file: '--set',
        place: name,
        value: '',
        rule: 'unknown-reference',
        ruleValues: { expected: 'facts/parameters.json' },
        severity: 'error',
      })),
    );
  }
  const byName = new Map(changes.map((change) => [change.name, change]));
  return parameters.map((parameter) => {
    const change = byName.get(parameter.name);
    return change ? { ...parameter, ...change, source: 'the command line', confidence: 'unverified' } : parameter;
  });
};

/** What is printed: the plan without the long lists. */
const summary = ({ rejected: _, service, ...plan }: SharingFinding) => {
  const { weakest: __, ...counts } = service;
  return { ...plan, service: counts };
};

/** Saving against rate as far as it was asked for: of standing masts, and of planned ones. */
interface Frontiers {
  frontier: Frontier | null;
  avoided: AvoidedFrontier | null;
}

const write = async (
  pack: Pack,
  service: ServiceSettings,
  { out, lang }: SharingOptions,
  parameters: readonly Parameter[],
  finding: SharingFinding,
  frontiers: Frontiers,
): Promise<void> => {
  const texts = await textsAbout(service, lang);
  const json = (value: unknown): string => `${JSON.stringify(withFileNames(value), null, 1)}\n`;
  const lines = {
    consolidation: frontiers.frontier?.points ?? null,
    avoidedNewBuild: frontiers.avoided?.points ?? null,
  };
  const files = new Map<string, Uint8Array | string>([
    ['sharing.json', json({ ...finding, ...frontiers })],
    ['sharing.csv', writeSharingCsv(finding)],
    ['sharing.geojson', writeSharingGeoJson(finding, pack.sites)],
    ['sharing.xlsx', await writeSharingXlsx(sharingTables(finding, parameters, lines, texts), texts)],
    ...(lines.consolidation || lines.avoidedNewBuild
      ? ([['frontier.csv', writeTableCsv(frontierTable(lines, texts))]] as const)
      : []),
  ]);
  await writeFiles([...files].map(([name, content]) => [join(out, name), content]));
};

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const options = readSharingOptions(args, defaultPack);
  const { rules, objective, locks, timeLimitS, exact } = options;
  checkOutputFolder(options.out);
  const planned = await readProposalFiles(options.planned);
  const { pack, checksum } = await openPackFolder(options.pack, io);
  const parameters = withChanges(pack.facts.parameters, options.parameters);
  // what can be refused at once is not found out after minutes
  if (objective !== 'all-that-pay') validateTarget(rules, rateBy(sharingRate(pack.sites), rules.definition));

  installNodeWorkers();
  const progress = progressPrinter(io);
  const task = { signal: io.signal, onProgress: progress.report };
  const settings = defaultServiceSettings;
  const service = await computeServiceInWorkers(sceneOf(pack), settings, task);
  const session = openSharing({ pack, service, settings, solverUrl: null });
  try {
    const question = { rules, objective, locks, parameters, exact, timeLimitS };
    const { finding } = await session.plan(question, task);
    const frontier = options.frontier ? await session.frontier({ ...question, timeLimitS: 5 }, task) : null;
    let avoided: AvoidedFrontier | null = null;
    if (planned.length > 0) {
      const opened = { pack: { ...pack, facts: { ...pack.facts, parameters } }, checksum };
      const findings = await computeFindingsInWorker({ ...opened, service, settings, sharing: finding }, task);
      const assessment = await assessmentOf(opened, { service, findings }, planned, options.lang, io, progress.report);
      avoided = assessment.avoided;
    }
    progress.end();
    await write(pack, settings, options, parameters, finding, { frontier, avoided });
    io.stdout(`${JSON.stringify(withFileNames(summary(finding)), null, 1)}\n`);
  } finally {
    session.close();
  }
  return exitCodes.ok;
};

export const sharingCommand: Command = {
  name: 'sharing',
  summary: 'the tower sharing plan that reaches a rate, its proof and its money',
  help,
  run,
};

import { join } from 'node:path';
import { installNodeWorkers } from '../../../workers/node-worker.ts';
import { writeGeoTiff } from '../../files/raster/geotiff-write.ts';
import { communesOfArea } from '../../model/area-communes.ts';
import { identityOf, type Pack } from '../../model/pack.ts';
import { textsAbout } from '../../report/report-input.ts';
import {
  writeRemediesCsv,
  writeRolloutCsv,
  writeRolloutGeoJson,
  writeRolloutJson,
} from '../../report/rollout/rollout-files.ts';
import type { RolloutFinding, WhereNextMap } from '../../rollout/rollout-types.ts';
import { type RolloutRunOptions, runEachRollout, runRollout, runWhereNext } from '../../runs/rollout.ts';
import { type Command, type CommandIo, exitCodes } from '../command.ts';
import { checkOutputFolder, writeFiles } from '../output.ts';
import { progressPrinter } from '../progress.ts';
import { readReportStudy } from '../report/report-study.ts';
import { defaultPack } from '../study-findings.ts';
import { readRolloutOptions } from './rollout-options.ts';

const help = `What to build where for people without service, in which order and at which price, with a proof.

Usage: phusong rollout [--pack DIR] [--study FILE] [--operator ID|any|each] [--budget VND | --share S] [OPTIONS] --out DIR

  --pack DIR             folder of a pack; the built-in one (${defaultPack}) by default
  --study FILE           a saved study (.phusong): its network, with its settings of service and its rules of sharing
  --scenario NAME        which of its scenarios; the one at work by default
  --operator ID|any|each whose service: one operator's, any (the default), or each in turn, who may rent what those before build
  --technology T         4G or 5G; what the study is about by default, 4G where it says nothing
  --area CODE            only hamlets of a commune, a district or an area of interest, by its code; may be repeated
  --budget VND           serve as many people as this money can; without it everybody that can be, at the least cost
  --share S              serve at least this share of every commune's people, 0 to 1, at the least cost
  --height M             height of new masts; may be repeated (15, 30 and 42)
  --place LON,LAT        a place where a mast may stand besides those found; may be repeated
  --force ID             an option that has to be built, --forbid ID one that may not, by their ids in rollout.json
  --years N              build in N years, with --yearly VND for each; what a year leaves goes on to the next
  --time S               how long the solver may look for a better plan and its proof (60)
  --where-next-only      only the map of people by place of a mast, for the highest of the heights
  --lang vi|en           language of the tables' heads and of notes; vi by default
  --out DIR              where the files go; made if it is not there

Service of every option is worked out over the terrain, and that of the plan anew with all of it built. Money is what is invested,
low, central and high; a satellite link counts with its subscription over the horizon.
Prints JSON: people, cost, quantities and the proof. Writes
  rollout.json     that, with every option and the plan, who is left out and why, and the parameters
  rollout.csv      a row an option built, in building order
  hamlets.csv      a row a hamlet without service somewhere: its remedy with its part of the cost, or why there is none
  rollout.geojson  what is built, microwave hops, and hamlets
  where-next.tif   people without service whom a mast of the greatest height would serve, by place
each writes a folder an operator.

Examples:
  npm run -s phusong -- rollout --out out
  npm run -s phusong -- rollout --technology 5G --share 0.8 --area smart-thai-nguyen --area smart-song-cong --area smart-pho-yen --area yen-binh --out out
  npm run -s phusong -- rollout --operator viettel --area 164 --budget 5e9 --lang en --out out

Exit codes: 0 done, 2 wrong usage, 3 input that can't be used (no such operator or area, nobody there, no lit node), 130 cancelled.
`;

/** What is printed: the finding without the long lists. */
const summary = ({ demands, options, plan, served, leftOut, parameters: _, ...finding }: RolloutFinding) => {
  const countBy = <T>(of: readonly T[], key: (one: T) => string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const one of of) counts[key(one)] = (counts[key(one)] ?? 0) + 1;
    return counts;
  };
  return {
    ...finding,
    unservedPlaces: demands.length,
    servedPlaces: served.length,
    options: countBy(options, ({ kind }) => kind),
    built: countBy(plan, ({ kind }) => kind),
    leftOut: countBy(leftOut, ({ reason }) => reason),
  };
};

const mapFile = (folder: string, map: WhereNextMap): [string, Uint8Array] => [
  join(folder, 'where-next.tif'),
  writeGeoTiff(map.people),
];

/** What is printed of a map of where next. */
const peaks = ({ heightM, candidates }: WhereNextMap) => ({ heightM, candidates });

/** Communes of all the areas; null for the whole pack. */
const communesOf = (pack: Pack, areas: readonly string[]): string[] | null => {
  const codes = areas.map((area) => communesOfArea(pack, area));
  const known = codes.filter((of) => of !== null);
  return known.length === 0 || known.length < codes.length ? null : [...new Set(known.flat())];
};

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const options = readRolloutOptions(args, defaultPack);
  const { out, lang, areas, operator, technology } = options;
  checkOutputFolder(out);
  const study = await readReportStudy(
    { folder: options.pack, file: options.study, scenario: options.scenario, lang },
    io,
  );
  const { pack, checksum } = study;
  const communeCodes = communesOf(pack, areas);
  const asked = operator === 'any' || operator === 'each' ? null : operator;

  installNodeWorkers();
  const progress = progressPrinter(io);
  const question = { ...options.question, operator: asked, communeCodes };
  const settings = { ...study.settings.service, ...(technology && { technology }) };
  const running: RolloutRunOptions = {
    settings,
    rules: study.settings.sharing,
    question,
    takenDown: study.takenDown,
    signal: io.signal,
    onProgress: progress.report,
  };
  if (options.whereNextOnly) {
    const { demands, map } = await runWhereNext(pack, Math.max(...question.heightsM), running);
    progress.end();
    await writeFiles(map ? [mapFile(out, map)] : []);
    io.stdout(`${JSON.stringify({ unservedPlaces: demands.length, ...(map && peaks(map)) }, null, 1)}\n`);
    return exitCodes.ok;
  }
  const plans = operator === 'each' ? await runEachRollout(pack, running) : [await runRollout(pack, running)];
  progress.end();
  const texts = await textsAbout(settings, lang);
  const identity = identityOf(pack.manifest, checksum);
  await writeFiles(
    plans.flatMap(({ finding, map, network }) => {
      const folder = operator === 'each' ? join(out, finding.question.operator!) : out;
      return [
        [join(folder, 'rollout.json'), writeRolloutJson(finding, identity)],
        [join(folder, 'rollout.csv'), writeRolloutCsv(finding, texts)],
        [join(folder, 'hamlets.csv'), writeRemediesCsv(finding, network, texts)],
        [join(folder, 'rollout.geojson'), writeRolloutGeoJson(finding, network, texts)],
        ...(map ? [mapFile(folder, map)] : []),
      ] as [string, string | Uint8Array][];
    }),
  );
  for (const note of new Set(plans.flatMap(({ finding }) => finding.notes)))
    io.stderr(`${texts.t(`rollout.note.${note}`)}\n`);
  const printed = plans.map(({ finding }) => summary(finding));
  io.stdout(`${JSON.stringify(operator === 'each' ? printed : printed[0], null, 1)}\n`);
  return exitCodes.ok;
};

export const rolloutCommand: Command = {
  name: 'rollout',
  summary: 'what to build where for people without service, in which order and at which price, proven',
  help,
  run,
};

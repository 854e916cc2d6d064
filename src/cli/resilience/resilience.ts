import { join } from 'node:path';
import { installNodeWorkers } from '../../../workers/node-worker.ts';
import { communesOfArea } from '../../model/area-communes.ts';
import { identityOf } from '../../model/pack.ts';
import { textsAbout } from '../../report/report-input.ts';
import { writeFailuresCsv, writeResilienceGeoJson, writeThreadsCsv } from '../../report/resilience/resilience-files.ts';
import type { Failure, ResilienceFinding } from '../../resilience/resilience-types.ts';
import { runResilience } from '../../runs/resilience.ts';
import { type Command, type CommandIo, exitCodes } from '../command.ts';
import { checkOutputFolder, writeFiles } from '../output.ts';
import { progressPrinter } from '../progress.ts';
import { readReportStudy } from '../report/report-study.ts';
import { defaultPack } from '../study-findings.ts';
import { readResilienceOptions } from './resilience-options.ts';

const help = `Who hangs by one thread: by how many sites each hamlet is served, and what one failure takes.

Usage: phusong resilience [--pack DIR] [--study FILE] [--operator ID|any] [--area CODE] [OPTIONS] --out DIR

  --pack DIR            folder of a pack; the built-in one (${defaultPack}) by default
  --study FILE          a saved study (.phusong): its network, with its settings of service
  --scenario NAME       which of its scenarios; the one at work by default
  --operator ID|any     whose service: one operator's, or any (the default)
  --technology T        2G, 3G, 4G or 5G; what the study is about by default, 4G where it says nothing
  --area CODE           only hamlets of a commune, a district or an area of interest, by its code; every site may serve them
  --battery-hours H     how long a site lasts without the grid; the pack's parameter site_battery_hours by default
  --backhaul SITE>FROM  a site that is fed through another site or a fibre node, by their ids; may be repeated
  --lang vi|en          language of the tables' heads and of notes; vi by default
  --out DIR             where the files go; made if it is not there

A failure is one site, one chain of backhaul where it is known, or the grid of one commune for longer than batteries last.
Prints JSON: people and hamlets by the number of sites, and the worst failures of each kind. Writes
  resilience.json     that, with every hamlet and failure, the cheapest second thread, and the parameters
  failures.csv        a row a failure, worst first
  hamlets.csv         a row a hamlet: its sites, the one it hangs on, its second thread with cost
  resilience.geojson  hamlets and the sites they hang on, as points
Money is mounts and feeder on a standing mast, without the radio, or a whole station; low, central and high.

Examples:
  npm run -s phusong -- resilience --out out
  npm run -s phusong -- resilience --operator viettel --area 164 --battery-hours 6 --lang en --out out

Exit codes: 0 done, 2 wrong usage, 3 input that can't be used (no such operator or area, nobody there), 130 cancelled.
`;

/** Failures of each kind that are printed. */
const printedFailures = 10;

const shortened = ({ hamletIds, partHamletIds, ...failure }: Failure) => ({
  ...failure,
  hamlets: hamletIds.length,
  hamletsInPart: partHamletIds.length,
});

/** What is printed: the finding without the long lists. */
const summary = ({ hamlets, failures, parameters: _, ...finding }: ResilienceFinding) => {
  const worst = (kind: Failure['kind']) =>
    failures
      .filter((failure) => failure.kind === kind)
      .slice(0, printedFailures)
      .map(shortened);
  return {
    ...finding,
    hamlets: hamlets.length,
    hamletsOnOneSite: hamlets.filter(({ hangsOn }) => hangsOn !== null).length,
    peopleOnOneSite: hamlets.reduce((sum, { peopleOnOneSite }) => sum + peopleOnOneSite, 0),
    worst: { site: worst('site'), backhaul: worst('backhaul'), grid: worst('grid') },
  };
};

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const options = readResilienceOptions(args, defaultPack);
  const { out, lang, area, operator, technology, batteryHours, backhaul } = options;
  checkOutputFolder(out);
  const file = options.study;
  const study = await readReportStudy({ folder: options.pack, file, scenario: options.scenario, lang }, io);
  const { pack, checksum } = study;
  const communeCodes = area === null ? null : communesOfArea(pack, area);

  installNodeWorkers();
  const progress = progressPrinter(io);
  const settings = { ...study.settings.service, ...(technology && { technology }) };
  const finding = await runResilience(pack, {
    settings,
    question: { operator, communeCodes, backhaul, ...(batteryHours !== null && { batteryHours }) },
    signal: io.signal,
    onProgress: progress.report,
  });
  progress.end();
  const texts = await textsAbout(settings, lang);
  const identity = identityOf(pack.manifest, checksum);
  await writeFiles([
    [join(out, 'resilience.json'), `${JSON.stringify({ pack: identity, ...finding }, null, 1)}\n`],
    [join(out, 'failures.csv'), writeFailuresCsv(finding, texts)],
    [join(out, 'hamlets.csv'), writeThreadsCsv(finding, pack, texts)],
    [join(out, 'resilience.geojson'), writeResilienceGeoJson(finding, pack, texts)],
  ]);
  for (const note of finding.notes) io.stderr(`${texts.t(`resilience.note.${note}`)}\n`);
  io.stdout(`${JSON.stringify(summary(finding), null, 1)}\n`);
  return exitCodes.ok;
};

export const resilienceCommand: Command = {
  name: 'resilience',
  summary: 'by how many sites each hamlet is served, what one failure takes, and the cheapest second thread',
  help,
  run,
};

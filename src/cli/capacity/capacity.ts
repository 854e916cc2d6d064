import { join } from 'node:path';
import { installNodeWorkers } from '../../../workers/node-worker.ts';
import { type CapacityFinding, rateSteps } from '../../capacity/capacity-types.ts';
import { communesOfArea } from '../../model/area-communes.ts';
import { identityOf } from '../../model/pack.ts';
import { writeCellsCsv, writeRatesCsv } from '../../report/capacity/capacity-files.ts';
import { textsAbout } from '../../report/report-input.ts';
import { runCapacity } from '../../runs/capacity.ts';
import { type Command, type CommandIo, exitCodes } from '../command.ts';
import { checkOutputFolder, writeFiles } from '../output.ts';
import { progressPrinter } from '../progress.ts';
import { readReportStudy } from '../report/report-study.ts';
import { defaultPack } from '../study-findings.ts';
import { readCapacityOptions } from './capacity-options.ts';

const help = `What people get where they live, in Mbit/s, and which cells overflow in the busy hour.

Usage: phusong capacity [--pack DIR] [--study FILE] [--operator ID|any] [--area CODE] [OPTIONS] --out DIR

  --pack DIR            folder of a pack; the built-in one (${defaultPack}) by default
  --study FILE          a saved study (.phusong): its network, with its settings of service
  --scenario NAME       which of its scenarios; the one at work by default
  --operator ID|any     whose network: one operator's, or the best of all at each place (the default)
  --technology T        4G or 5G; what the study is about by default, 4G where it says nothing
  --area CODE           only hamlets of a commune, a district or an area of interest, by its code; every site is heard there
  --load PERCENT        share of resource blocks that every cell has in use, whatever people ask; by default what they ask
  --layers N            layers a device takes at once where the signal is good enough, 1 to 4 (2)
  --building TYPE       traditional (the default) or thermally-efficient: how homes keep radio out
  --indoor-percent P    share of places indoors at which a rate shall hold (50)
  --lang vi|en          language of the tables' heads and of notes; vi by default
  --out DIR             where the files go; made if it is not there

Interference is that of the operator's other cells of the band, by their load. Rates follow 3GPP TR 36.942 annex A in the steps of
TS 36.213 table 7.2.3-1, indoors with the building entry loss of ITU-R P.2109; each is that of a device alone in its cell.
People whom several operators reach are divided among these by the rate each gives.
Prints JSON: people by rate (${rateSteps.join(', ')} Mbit/s), outdoors and indoors, and cells that overflow. Writes
  capacity.json   that, with every hamlet and cell, and the parameters
  hamlets.csv     a row a hamlet: level, RSRQ, SINR and rates at its centre, and its people by rate
  cells.csv       a row a cell that serves somebody, fullest first: demand, what it carries, load, carriers needed

Examples:
  npm run -s phusong -- capacity --area 164 --out out
  npm run -s phusong -- capacity --operator viettel --load 50 --lang en --out out

Exit codes: 0 done, 2 wrong usage, 3 input that can't be used (no such operator or area, nobody there), 130 cancelled.
`;

/** What is printed: the finding without the long lists. */
const summary = ({ hamlets, cells, loads, parameters: _, ...finding }: CapacityFinding) => ({
  ...finding,
  hamlets: hamlets.length,
  cells: cells.length,
  servingCells: loads.length,
});

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const options = readCapacityOptions(args, defaultPack);
  const { out, lang, area, operator, technology, load, layers, building, indoorPercent } = options;
  checkOutputFolder(out);
  const study = await readReportStudy(
    { folder: options.pack, file: options.study, scenario: options.scenario, lang },
    io,
  );
  const { pack, checksum } = study;
  const communeCodes = area === null ? null : communesOfArea(pack, area);

  installNodeWorkers();
  const progress = progressPrinter(io);
  const settings = { ...study.settings.service, ...(technology && { technology }) };
  const finding = await runCapacity(pack, {
    settings,
    question: { operator, communeCodes, load, layers, building, indoorPercent },
    signal: io.signal,
    onProgress: progress.report,
  });
  progress.end();
  const texts = await textsAbout(settings, lang);
  const identity = identityOf(pack.manifest, checksum);
  await writeFiles([
    [join(out, 'capacity.json'), `${JSON.stringify({ pack: identity, ...finding }, null, 1)}\n`],
    [join(out, 'hamlets.csv'), writeRatesCsv(finding, pack, texts)],
    [join(out, 'cells.csv'), writeCellsCsv(finding, texts)],
  ]);
  for (const note of finding.notes) io.stderr(`${texts.t(`capacity.note.${note}`)}\n`);
  io.stdout(`${JSON.stringify(summary(finding), null, 1)}\n`);
  return exitCodes.ok;
};

export const capacityCommand: Command = {
  name: 'capacity',
  summary: 'what people get in Mbit/s, outdoors and indoors, and which cells overflow in the busy hour',
  help,
  run,
};

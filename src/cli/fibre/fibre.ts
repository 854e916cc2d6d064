import { join } from 'node:path';
import { installNodeWorkers } from '../../../workers/node-worker.ts';
import type { FibreFinding, LitPlace } from '../../fibre/fibre-types.ts';
import { loadReportTexts } from '../../i18n/load.ts';
import { communesOfArea } from '../../model/area-communes.ts';
import { identityOf, type Pack } from '../../model/pack.ts';
import { InputError } from '../../model/problem.ts';
import { writeFibreCsv, writeFibreGeoJson } from '../../report/fibre/fibre-files.ts';
import { runFibre } from '../../runs/fibre.ts';
import { type Command, type CommandIo, exitCodes } from '../command.ts';
import { checkOutputFolder, writeFiles } from '../output.ts';
import { progressPrinter } from '../progress.ts';
import { defaultPack, openPackFolder } from '../study-findings.ts';
import { readFibreOptions } from './fibre-options.ts';

const help = `The cheapest tree of fibre to the hamlets that lack it, with a proof of how cheap a tree can be.

Usage: phusong fibre [--pack DIR] [--area CODE] [--build aerial|buried|cheapest] [OPTIONS] --out DIR

  --pack DIR     folder of a pack; the built-in one (${defaultPack}) by default
  --area CODE    only hamlets of a commune, a district or an area of interest, by its code
  --build KIND   aerial (the default), buried, or cheapest: whichever costs less, stretch by stretch
  --order BY     what the building order brings soonest for its money: homes (the default) or people
  --zoom Z       grid of the open country: 10 is 142 m a cell at 21.6° N, 11 half of it and several times as long (10)
  --lit SITE     a site that has fibre, by its id; may be repeated. Fibre nodes of the pack are lit anyway
  --lang vi|en   language of the table's heads and of notes; vi by default
  --out DIR      where the files go; made if it is not there

Cable runs beside the pack's roads, at the price of the cable, and over open country, dearer by slope, water and forest.
Prints JSON: kilometres and money as low, central and high, quantities, and the proof: what the tree costs, what every
tree costs at least, and the gap between them, all at central costs. Writes
  fibre.json     that, with every segment and hamlet, and the parameters it was computed with
  fibre.csv      a row a hamlet, in building order
  fibre.geojson  segments as lines and hamlets as points
Money of the tree is for cable alone; where radio from a lit mast is compared, the equipment of homes counts on both sides.

Examples:
  npm run -s phusong -- fibre --out out
  npm run -s phusong -- fibre --area 05719 --build cheapest --lang en --out out

Exit codes: 0 done, 2 wrong usage, 3 input that can't be used (no lit node, no such area, nothing to join), 130 cancelled.
`;

/** Sites by their ids. Throws InputError that lists those the pack does not have. */
const litSitesOf = ({ sites }: Pack, ids: readonly string[]): LitPlace[] => {
  const byId = new Map(sites.map(({ id, position }) => [id, { id, position }]));
  const unknown = ids.filter((id) => !byId.has(id));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map((value) => ({
        file: '--lit',
        place: '',
        value,
        rule: 'unknown-reference',
        ruleValues: { expected: 'sites.geojson' },
        severity: 'error',
      })),
    );
  }
  return ids.map((id) => byId.get(id)!);
};

/** What is printed: the plan without the long lists. */
const summary = ({ segments, hamlets, parameters: _, wireless: { branches, ...wireless }, ...plan }: FibreFinding) => ({
  ...plan,
  hamlets: hamlets.length,
  people: hamlets.reduce((sum, { people }) => sum + people, 0),
  segments: segments.length,
  wireless: { ...wireless, branches: branches.length },
});

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const { pack: folder, out, lang, area, question, lit } = readFibreOptions(args, defaultPack);
  checkOutputFolder(out);
  const { pack, checksum } = await openPackFolder(folder, io);
  const communeCodes = area === null ? null : communesOfArea(pack, area);
  const alsoLit = litSitesOf(pack, lit);

  installNodeWorkers();
  const progress = progressPrinter(io);
  const finding = await runFibre(pack, {
    question: { ...question, communeCodes },
    alsoLit,
    signal: io.signal,
    onProgress: progress.report,
  });
  progress.end();
  const texts = await loadReportTexts(lang);
  const identity = identityOf(pack.manifest, checksum);
  await writeFiles([
    [join(out, 'fibre.json'), `${JSON.stringify({ pack: identity, ...finding }, null, 1)}\n`],
    [join(out, 'fibre.csv'), writeFibreCsv(finding, pack, texts)],
    [join(out, 'fibre.geojson'), writeFibreGeoJson(finding, pack, texts)],
  ]);
  for (const note of finding.notes) io.stderr(`${texts.t(`fibre.note.${note}`)}\n`);
  io.stdout(`${JSON.stringify(summary(finding), null, 1)}\n`);
  return exitCodes.ok;
};

export const fibreCommand: Command = {
  name: 'fibre',
  summary: 'the cheapest fibre tree to hamlets that lack it, with its proof, order and quantities',
  help,
  run,
};

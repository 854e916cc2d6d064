import { basename, join } from 'node:path';
import { type AreaAsked, publicPackId, vintageOf, wishFor } from '../../../data/build/public/area-asked.ts';
import type { PublicFacts } from '../../../data/build/public/facts.ts';
import { buildPublicPack, type PublicStep } from '../../../data/build/public/index.ts';
import { readPublicFacts } from '../../../data/build/public/read-facts.ts';
import { version } from '../../../package.json';
import { writePack } from '../../files/pack/pack-write.ts';
import { describeProblem } from '../../i18n/problems.ts';
import { createCache } from '../../sources/cache/cache.ts';
import { SourceError } from '../../sources/failure.ts';
import { gather } from '../../sources/gather.ts';
import { wait as realWait, type Wait } from '../../sources/net/lane.ts';
import { createNet } from '../../sources/net/net.ts';
import { type PlanLine, planOf } from '../../sources/plan.ts';
import { sourceIds } from '../../sources/source.ts';
import type { Wish } from '../../sources/wish.ts';
import { type Command, type CommandIo, exitCodes, UsageError } from '../command.ts';
import { hearSignals } from '../output.ts';
import { checkOutput, replaceFolder } from '../pack/pack-output.ts';
import { progressPrinter } from '../progress.ts';
import { askedArea } from './data-area.ts';
import { readGivenFiles } from './data-files.ts';
import { type DataOptions, dataOptions, defaultCache } from './data-options.ts';
import { sourceProgress } from './data-progress.ts';
import { planText, summaryText } from './data-text.ts';
import { folderStore } from './folder-store.ts';

const help = `Makes a pack of any province from public data: real boundaries, terrain, places, roads, land cover and people.

Usage:
  phusong data --province NAME [--units 2025|2020] [--sources LIST] [--cache DIR] [--out DIR]
  phusong data --area FILE.geojson | --bbox W,S,E,N [--name NAME] [--country ISO3] [--sources LIST] [--out DIR]

It first prints what will be asked of whom, how much and on whose terms; --plan stops there. What comes is kept whole or
not at all: a second run asks nothing again, and one that was ended goes on where it stood.

  --province NAME  one of Vietnam's 34 provinces since July 2025, with or without its marks
  --units Y        its units since July 2025 (2025), or its communes of 2020 drawn inside them; those are known of Thái
                   Nguyên only (2025)
  --area F         the units whose middle lies in the areas of a GeoJSON file
  --bbox W,S,E,N   the units whose middle lies in a box, degrees
  --name NAME      what an --area or --bbox is called
  --sources LIST   whom to ask, best first, with commas: ${sourceIds.join(', ')}.
                   For a province thanglequoc,terrarium,overpass,worldcover,worldpop without it
  --file S=PATH    a file, folder or zip of the form a source gives, read instead of asking it; may be given several times
  --country ISO3   three letters: worldpop, geoboundaries and gadm are asked by country
  --level ADMn     level of geoboundaries (ADM2)
  --token T        your OpenCelliD token (or OPENCELLID_TOKEN); adds opencellid to the sources
  --full-cover     land cover of 10 m instead of about a value a cell
  --no-fill        hamlets and sites of sources only; without it, made up ones fill in and say so
  --accept S       agrees to the conditions of a source that has some (gadm)
  --contact TEXT   how a source can reach you, a mail or web address: said with every request, as Overpass asks
  --address S=URL  another address for a source: a mirror, or S.list=URL for its list
  --cache DIR      where what comes is kept (${defaultCache})
  --offline        asks nobody: the cache alone
  --plan           prints the plan and stops
  --out DIR        folder of the pack; public/packs/ID by default. A pack that is there is replaced
  --quiet          no plan, no progress and no summary

Examples:
  phusong data --province "Thái Nguyên" --plan
  phusong data --province "Thái Nguyên" --contact me@example.org --out public/packs/thai-nguyen-2025
  phusong data --province "Thái Nguyên" --units 2020 --offline
  phusong data --bbox 9.47,47.04,9.64,47.28 --name Liechtenstein --country LIE

What no source gives (owners, heights, tenants, fibre, power) is made up by the builder of the built-in pack and marked
synthetic, entry by entry where a layer holds both. A pack with OpenStreetMap data is a derived database under the ODbL.
Exit codes: 0 done, 1 a source gave nothing that can be used, 2 wrong usage, 3 a file that can't be used, 130 cancelled.
`;

const wishOf = async (options: DataOptions, area: AreaAsked, facts: PublicFacts): Promise<Wish> =>
  wishFor(area, options.sources, facts, {
    files: await readGivenFiles(options.files),
    country: options.country ?? '',
    cellToken: options.token,
    boundaryLevel: options.level,
    coverDetail: options.coverDetail,
  });

/** Conditions are agreed to one by one, before anything is asked. */
const checkAccepted = (plan: readonly PlanLine[], { accepted }: DataOptions): void => {
  for (const { source } of plan) {
    if (source.terms.conditions && !accepted.has(source.id)) {
      throw new UsageError(`${source.name}: ${source.terms.conditions}\nAdd --accept ${source.id} if you agree.`);
    }
  }
};

const steps = ['units', 'people', 'ground', 'hamlets', 'sites', 'fibre'] as const satisfies readonly PublicStep[];

/** @param wait how long rests are; tests have no half minutes */
export const createDataCommand = (wait: Wait): Command => {
  const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
    const options = dataOptions(args);
    const facts = readPublicFacts();
    const area = await askedArea(options, facts);
    const id = publicPackId(area, options.units);
    const out = options.out ?? join('public/packs', id);
    if (!options.planOnly) checkOutput(out);

    const cache = createCache(await folderStore(options.cache));
    const wish = await wishOf(options, area, facts);
    const plan = planOf(wish);
    const progress = sourceProgress(io, plan, options.quiet);
    const net = createNet({
      cache,
      identification: {
        'User-Agent': `PhuSong/${version} (telecom coverage planner; ${options.contact ?? 'no contact given'})`,
      },
      addresses: options.addresses,
      isOffline: options.isOffline,
      wait,
      signal: io.signal,
      onAnswer: progress.onAnswer,
    });
    if (!options.quiet) io.stderr(planText(plan, ({ source }) => net.address(source), options.isOffline));
    checkAccepted(plan, options);
    if (options.planOnly) return exitCodes.ok;

    const kept = `What has come is kept in ${options.cache}: the same command goes on from there`;
    let gathered: Awaited<ReturnType<typeof gather>>;
    try {
      gathered = await gather(net, wish);
      progress.end();
    } catch (error) {
      net.close();
      progress.end();
      if (io.signal.aborted) io.stderr(`${kept}.\n`);
      if (!(error instanceof SourceError)) throw error;
      for (const problem of error.problems) io.stderr(`${describeProblem(problem, 'en')}\n`);
      io.stderr(`${kept}${error.isPassing ? '' : ', or leave the source out with --sources'}. Nothing was changed.\n`);
      return exitCodes.failed;
    }

    const building = progressPrinter(io, options.quiet);
    const onProgress = async (step: PublicStep): Promise<void> => {
      await hearSignals(io.signal);
      building.report({ phase: `pack: ${step}`, done: steps.indexOf(step) + 1, total: steps.length });
    };
    const { date } = gathered.receipts.boundaries!;
    const vintage = vintageOf(area, options.units, date);
    const { code, name, isVietnamese } = area;
    const input = {
      id: options.out ? basename(out) : id,
      gathered,
      vintage,
      area: { code, name, isVietnamese },
      fill: options.fill,
    };
    const { pack, report } = await buildPublicPack(input, facts, { onProgress });
    const files = writePack(pack);
    await hearSignals(io.signal);
    await replaceFolder(out, files);
    building.end();
    for (const warning of report) io.stderr(`${describeProblem(warning, 'en')}\n`);
    if (!options.quiet) io.stdout(summaryText(pack, files, report, out));
    return exitCodes.ok;
  };
  return { name: 'data', summary: 'make a pack of any province from public data', help, run };
};

export const dataCommand = createDataCommand(realWait);

import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBuiltInPack, builtInId } from '../../../data/build/built-in.ts';
import { buildRealPack, type InputFile, type ListGuess } from '../../../data/build/real/index.ts';
import type { RawTable } from '../../files/import/table/raw-table.ts';
import { type PackDraft, writePack } from '../../files/pack/pack-write.ts';
import { ProblemList } from '../../files/problem-list.ts';
import { describeProblem } from '../../i18n/problems.ts';
import type { TerrainModel } from '../../model/pack.ts';
import type { Problem } from '../../model/problem.ts';
import { isShared } from '../../model/site.ts';
import { checkColumnMap, guessLine, mapHelp, readColumnMap } from '../column-map.ts';
import { type Command, type CommandIo, exitCodes, UsageError } from '../command.ts';
import { readGivenFile } from '../input-file.ts';
import { hearSignals } from '../output.ts';
import { progressPrinter } from '../progress.ts';
import { checkOutput, replaceFolder } from './pack-output.ts';

const packsFolder = 'public/packs';

const help = `Makes a pack: everything known of the province, each layer with where it comes from.

Usage:
  phusong pack [--out DIR] [--quiet]
  phusong pack --name NAME [--boundaries F] [--terrain F]... [--bare-terrain]
               [--hamlets F] [--sites F] [--fibre F] [--map COLUMN=FIELD]... [--out DIR] [--quiet]

Without --name: the built-in pack, from the tables of facts alone, the same bytes every time.
With --name: a pack from your files. What you don't give is made from the facts and marked synthetic.

  --name NAME      id of the pack: letters, digits, - and _
  --boundaries F   the 178 communes of 2020 with their GSO codes (gso_code, GSO, ma_xa, …)
  --terrain F      SRTM .hgt or GeoTIFF, zipped or not; give it again for more tiles. Voids are filled and counted
  --bare-terrain   the heights are bare ground: trees and houses are added. Without it they are taken as a surface, as
                   radar and photographs give it, which has them already
  --hamlets F      lon, lat, name, people, has_fibre; optional id, households, commune_code
  --sites F        lon, lat, operators, technologies, height_m; optional id, structure, owner
                   Both also take the layers of another pack (hamlets.geojson, sites.geojson)
  --fibre F        nodes as points, routes as lines between them
                   Lists and boundaries are GeoJSON, CSV, XLSX, KML, KMZ or a zipped shapefile, in gzip as well. How
                   each was read goes to stderr
${mapHelp}
  --out DIR        folder of the pack; ${packsFolder}/NAME by default. A pack that is there is replaced
  --quiet          no progress and no summary

Examples:
  phusong pack
  phusong pack --name real --boundaries communes.geojson --terrain N21E105.hgt --terrain N22E105.hgt.zip

A file that can't be used is told with place and rule, and nothing is changed.
Exit codes: 0 done, 2 wrong usage, 3 a file that can't be used, 130 cancelled.
`;

const readOptions = (args: readonly string[]) => {
  const file = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      name: file,
      boundaries: file,
      terrain: { type: 'string', multiple: true },
      'bare-terrain': { type: 'boolean' },
      hamlets: file,
      sites: file,
      fibre: file,
      map: { type: 'string', multiple: true },
      out: file,
      quiet: { type: 'boolean' },
    },
  });
  const { name, out, quiet = false, 'bare-terrain': isBare = false, map: mapped = [], ...files } = values;
  const map = readColumnMap(mapped);
  if (name === undefined && Object.keys(files).length > 0) {
    throw new UsageError("Files make a pack of their own: give it a --name. 'pack --help' tells more.");
  }
  if (isBare && !files.terrain) {
    throw new UsageError('--bare-terrain says what heights show: give them with --terrain.');
  }
  if (name !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u.test(name)) {
    throw new UsageError(`--name is '${name}'; it takes letters, digits, - and _.`);
  }
  if (name === builtInId) throw new UsageError(`'${builtInId}' is the built-in pack; take another --name.`);
  if (map.length > 0 && !files.hamlets && !files.sites && !files.fibre) {
    throw new UsageError('--map says what columns of a list hold: give one with --hamlets, --sites or --fibre.');
  }
  const terrainModel: TerrainModel = isBare ? 'bare' : 'surface';
  return { name, files, map, terrainModel, quiet, out: out ?? join(packsFolder, name ?? builtInId) };
};

const readInput = async (path: string): Promise<InputFile> => ({
  name: basename(path).normalize('NFC'),
  bytes: await readGivenFile(path),
});

const readInputs = async (files: ReturnType<typeof readOptions>['files']) => {
  const problems = new ProblemList();
  const one = async (path: string | undefined) =>
    path === undefined ? undefined : problems.gather(() => readInput(path));
  const terrain: InputFile[] = [];
  for (const path of files.terrain ?? []) {
    const tile = await one(path);
    if (tile) terrain.push(tile);
  }
  const inputs = {
    boundaries: await one(files.boundaries),
    terrain,
    hamlets: await one(files.hamlets),
    sites: await one(files.sites),
    fibre: await one(files.fibre),
  };
  problems.throwIfErrors('');
  return inputs;
};

const steps = ['ground', 'hamlets', 'sites', 'fibre', 'writing'] as const;

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const { name, files, map, terrainModel, quiet, out } = readOptions(args);
  checkOutput(out);
  const progress = progressPrinter(io, quiet);
  const onProgress = async (step: (typeof steps)[number]): Promise<void> => {
    await hearSignals(io.signal);
    progress.report({ phase: `pack: ${step}`, done: steps.indexOf(step) + 1, total: steps.length });
  };
  const tables: RawTable[] = [];
  const onGuess = ({ file, table, choice }: ListGuess): void => {
    tables.push(table);
    io.stderr(guessLine(file, table, choice));
  };
  const onRead = (): void => checkColumnMap(map, tables);
  const { pack, report } =
    name === undefined
      ? { pack: await buildBuiltInPack({ onProgress }), report: [] }
      : await buildRealPack({ name, terrainModel, map, ...(await readInputs(files)) }, { onProgress, onGuess, onRead });
  const written = writePack(pack);
  await onProgress('writing');
  report.push(...(await replaceFolder(out, written)));
  progress.end();
  for (const warning of report) io.stderr(`${describeProblem(warning, 'en')}\n`);
  if (!quiet) io.stdout(summary(pack, written, report, out));
  return exitCodes.ok;
};

const summary = (
  { manifest, communes, hamlets, sites }: PackDraft,
  files: ReadonlyMap<string, Uint8Array>,
  report: readonly Problem[],
  out: string,
): string => {
  const lines = [...files].map(([path, { length }]) => `  ${path.padEnd(22)}${String(length).padStart(10)} bytes`);
  const kinds = Object.entries(manifest.provenance).map(([layer, { kind }]) => `${layer} ${kind}`);
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const shared = sites.filter(isShared).length;
  return `${out}: ${manifest.titleEn}
${lines.join('\n')}
  ${String(files.size).padEnd(22)}${String(bytes).padStart(10)} bytes in all
communes ${communes.features.length}, hamlets ${hamlets.length}, sites ${sites.length}, shared ${shared}
terrain in the source: ${(manifest.terrainCoveredShare * 100).toFixed(1)} % of the province, ${manifest.terrainModel === 'bare' ? 'bare ground' : 'a surface with its trees and houses'}
${kinds.join(', ')}
warnings: ${report.length}
`;
};

export const packCommand: Command = {
  name: 'pack',
  summary: 'make the built-in pack, or one from your own files',
  help,
  run,
};

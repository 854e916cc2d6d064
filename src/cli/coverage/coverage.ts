import { computeCoverageInWorkers } from '../../../workers/coverage/client.ts';
import { installNodeWorkers } from '../../../workers/node-worker.ts';
import type { BaseStation } from '../../coverage/network/base-stations.ts';
import { outsideModelOf } from '../../coverage/network/outside-model.ts';
import { baseStationOfTransmitter, type Transmitter } from '../../coverage/network/transmitter.ts';
import { strongestOf } from '../../coverage/raster/composite-best-server.ts';
import { linesOf } from '../../coverage/raster/coverage.ts';
import { type CoverageScene, type CoverageSettings, NO_SIGNAL } from '../../coverage/raster/coverage-types.ts';
import { coverageSceneOf } from '../../coverage/raster/of-study.ts';
import { isPathByPath } from '../../coverage/raster/one-site-only.ts';
import { createPathByPath } from '../../coverage/raster/path-by-path.ts';
import { workersThatFit } from '../../coverage/raster/run-size.ts';
import { BestServers } from '../../coverage/sweep/best-server.ts';
import { annuli } from '../../coverage/sweep/radials.ts';
import { coverageGeotiff } from '../../files/raster/coverage-geotiff.ts';
import type { Grid } from '../../model/raster.ts';
import type { Violation } from '../../radio/empirical/model.ts';
import { pathModelIds } from '../../radio/path-model.ts';
import { type Command, type CommandIo, exitCodes, UsageError } from '../command.ts';
import { checkOutputFile, hearSignals, writeFiles } from '../output.ts';
import { readPackFolder } from '../pack-folder.ts';
import { progressPrinter } from '../progress.ts';
import { type CoverageOptions, coverageOptions } from './coverage-options.ts';

const ofNetworks = pathModelIds.filter((id) => !isPathByPath(id));

const help = `Computes a coverage raster and writes it as GeoTIFF: EPSG:3857, Float32, dBm, -9999 where nothing is heard.

Usage:
  phusong coverage --pack DIR --operator ID [--technology 4G] --out FILE.tif [OPTIONS]
  phusong coverage --pack DIR --site LON,LAT,HEIGHT,MHZ,EIRP_PER_RE --out FILE.tif [OPTIONS]

  --pack DIR          folder of a pack ('phusong pack' makes one)
  --operator ID       best server of an operator; 'best' for the strongest of all
  --technology T      2G, 3G, 4G or 5G (4G)
  --site ...          one transmitter alike in every direction: degrees, metres above ground, MHz,
                      (30 to 6000) and radiated power of a resource element in dBm
  --zoom Z            grid, 9 to 14: 12 is 35.5 m a cell at 21.6° N, 11 twice, 13 half of it (12). Hamlets are served
                      over the terrain's own grid, 12 in the built-in pack; a coarser one shows more coverage
  --radius KM         how far from a site cells are looked at (15)
  --model M           ${ofNetworks.slice(0, 5).join(', ')},
                      ${ofNetworks.slice(5).join(', ')} or, with --site, ${pathModelIds.filter(isPathByPath).join(', ')} (delta-bullington)
  --receiver M        receiver above the ground (1.5)
  --locations P       share of locations reached: 50, 75, 90 or 95 (50)
  --no-clutter        leave the land cover out
  --workers N         threads (as many as there are cores, one left free)
  --quiet             no progress

Prints what was computed as JSON: cells, how many of them at or above each level, seconds. Nothing under -140 dBm is
heard.

Examples:
  phusong coverage --pack public/packs/thai-nguyen-2020 --operator viettel --zoom 12 --out viettel-4g.tif
  phusong coverage --pack public/packs/thai-nguyen-2020 --site 105.84,21.59,42,1840,29 --out mast.tif

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input that can't be used, 130 cancelled.
`;

interface Levels {
  grid: Grid;
  levelTenthsDbm: Int16Array;
  notes: string[];
}

const quantities = {
  frequencyMHz: ['frequency', 'MHz'],
  distanceKm: ['distance', 'km'],
  txHeightM: ['height of the antennas', 'm'],
  rxHeightM: ['height of the receiver', 'm'],
  buildingHeightM: ['height of buildings', 'm'],
  streetWidthM: ['width of streets', 'm'],
  horizonKm: ["distance of an antenna's horizon", 'km'],
  horizonMrad: ["elevation of an antenna's horizon", 'mrad'],
  environment: ['surroundings', ''],
} as const;

const outsideNotes = (outside: readonly Violation[], model: string): string[] =>
  outside.map((violation) => {
    const [name, unit] = quantities[violation.quantity];
    const found = `${model}: ${name} ${violation.value} ${unit}`.trimEnd();
    return 'min' in violation
      ? `${found} is outside the model's ${violation.min} to ${violation.max} ${unit}`
      : `${found} is none the model knows`;
  });

/** Where levels are not those that hamlets are served with: clutter stands a step of the grid before the receiver. */
const zoomNotes = ({ terrain, landCover }: CoverageScene, { zoom, clutter, model }: CoverageSettings): string[] => {
  const terrainZoom = terrain.grid.zoom;
  if (!clutter || !landCover || model !== 'delta-bullington' || zoom === terrainZoom) return [];
  return [
    zoom < terrainZoom
      ? `zoom ${zoom} is a quick look: levels lie above those of zoom ${terrainZoom}, the terrain's own, most of all near a mast`
      : `zoom ${zoom} is finer than the terrain: levels lie below those of zoom ${terrainZoom}, the terrain's own`,
  ];
};

/** Over the whole grid, as a sweep's. */
const pathByPath = async (
  scene: CoverageScene,
  settings: CoverageSettings,
  station: BaseStation,
  signal: AbortSignal,
): Promise<Pick<Levels, 'grid' | 'levelTenthsDbm'>> => {
  const { grid, drawRow } = createPathByPath(scene, settings);
  const levelTenthsDbm = new Int16Array(grid.width * grid.height).fill(NO_SIGNAL);
  for (let row = 0; row < grid.height; row++) {
    await hearSignals(signal);
    drawRow(levelTenthsDbm, grid, station, row);
  }
  return { grid, levelTenthsDbm };
};

const ofTransmitter = async (
  scene: CoverageScene,
  settings: CoverageSettings,
  transmitter: Transmitter,
  { signal }: CommandIo,
): Promise<Levels> => {
  workersThatFit({ ...scene, operators: [] }, settings, 1);
  const station = baseStationOfTransmitter(transmitter, scene.terrain);
  await hearSignals(signal);
  const { antennaHeightM } = station;
  const transmit = station.transmitCells.map(({ frequencyMHz }) => ({ frequencyMHz, antennaHeightM }));
  const notes = outsideNotes(outsideModelOf(transmit, settings), settings.model);
  if (isPathByPath(settings.model)) return { ...(await pathByPath(scene, settings, station, signal)), notes };
  const lines = linesOf(scene, settings);
  const best = new BestServers(lines, settings);
  for (const annulus of annuli) {
    await hearSignals(signal);
    best.add(station, 0, annulus);
  }
  await hearSignals(signal);
  return { grid: lines.grid, levelTenthsDbm: best.levelTenthsDbm, notes };
};

const ofNetwork = async (
  scene: CoverageScene,
  { operator, settings, workers, quiet }: CoverageOptions,
  io: CommandIo,
): Promise<Levels> => {
  const wanted = operator === 'best' ? null : operator;
  if (wanted !== null && !scene.operators.includes(wanted)) {
    throw new UsageError(`--operator must be best or ${scene.operators.join(' or ')}, not '${wanted}'.`);
  }
  installNodeWorkers();
  const progress = progressPrinter(io, quiet);
  const result = await computeCoverageInWorkers(
    { ...scene, operators: wanted === null ? scene.operators : [wanted] },
    settings,
    { signal: io.signal, onProgress: progress.report, ...(workers !== undefined && { workers }) },
  );
  progress.end();
  const isSilent = result.layers.every(({ servers }) => servers.length === 0);
  const notes = [
    ...(isSilent ? [`no cell of ${settings.technology} of ${operator} stands in this pack`] : []),
    ...outsideNotes(result.outsideModel, settings.model),
    ...(result.outsideDem.length > 0
      ? [`${result.outsideDem.length} sites stand off the terrain and were left out`]
      : []),
    ...(result.restarts > 0 ? [`${result.restarts} workers died and were replaced; the result is whole`] : []),
  ];
  return { grid: result.grid, levelTenthsDbm: strongestOf(result, wanted), notes };
};

/** Bounds of the legend's classes, dBm. */
const legendDbm = [-75, -85, -95, -105, -110, -115];

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const options = coverageOptions(args);
  if (!options.transmitter && isPathByPath(options.settings.model)) {
    throw new UsageError(
      `--model ${options.settings.model} is for paths, hamlets and one site: give --site, or another model for a network.`,
    );
  }
  checkOutputFile(options.out);
  const { pack } = await readPackFolder(options.pack, io);
  const scene = coverageSceneOf(pack);
  const startedMs = performance.now();
  const { grid, levelTenthsDbm, ...computed } = options.transmitter
    ? await ofTransmitter(scene, options.settings, options.transmitter, io)
    : await ofNetwork(scene, options, io);
  const seconds = (performance.now() - startedMs) / 1000;
  await writeFiles([[options.out, coverageGeotiff({ levelTenthsDbm }, grid)]]);
  const notes = [...computed.notes, ...zoomNotes(scene, options.settings)];
  for (const note of notes) io.stderr(`${note}\n`);
  const atLeast = (tenths: number): number => levelTenthsDbm.reduce((sum, level) => sum + (level >= tenths ? 1 : 0), 0);
  const summary = {
    file: options.out,
    pack: pack.manifest.id,
    ...(options.transmitter ? { site: options.transmitter } : { operator: options.operator }),
    grid,
    ...options.settings,
    technology: options.transmitter ? null : options.settings.technology,
    cells: levelTenthsDbm.length,
    heard: atLeast(NO_SIGNAL + 1),
    atLeastDbm: Object.fromEntries(legendDbm.map((level) => [String(level), atLeast(level * 10)])),
    seconds: Number(seconds.toFixed(2)),
    notes,
  };
  io.stdout(`${JSON.stringify(summary, null, 2)}\n`);
  return exitCodes.ok;
};

export const coverageCommand: Command = {
  name: 'coverage',
  summary: 'compute a coverage raster and write it as GeoTIFF',
  help,
  run,
};

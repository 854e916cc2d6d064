import { writeFile } from 'node:fs/promises';
import { computeCoverageInWorkers } from '../../workers/coverage/client.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import { strongestOf } from '../coverage/best-of-all.ts';
import { linesOf } from '../coverage/coverage.ts';
import { type CoverageScene, type CoverageSettings, NO_SIGNAL } from '../coverage/coverage-types.ts';
import { workersThatFit } from '../coverage/run-size.ts';
import { sceneOf } from '../coverage/scene.ts';
import { BestServers } from '../coverage/sweep/best-server.ts';
import { rings } from '../coverage/sweep/fan.ts';
import { stationOfTransmitter, type Transmitter } from '../coverage/transmitter.ts';
import { coverageGeotiff } from '../files/coverage-geotiff.ts';
import type { Grid } from '../model/raster.ts';
import { type Command, type CommandIo, exitCodes, UsageError } from './command.ts';
import { type CoverageOptions, coverageOptions } from './coverage-options.ts';
import { readPackFolder } from './pack-folder.ts';
import { progressPrinter } from './progress.ts';

const help = `Computes a coverage raster and writes it as GeoTIFF: EPSG:3857, Float32, dBm, -9999 where nothing is heard.

Usage:
  phusong coverage --pack DIR --operator ID [--technology 4G] --out FILE.tif [OPTIONS]
  phusong coverage --pack DIR --site LON,LAT,HEIGHT,MHZ,EIRP_PER_RE --out FILE.tif [OPTIONS]

  --pack DIR          folder of a pack ('phusong pack' makes one)
  --operator ID       best server of an operator; 'best' for the strongest of all
  --technology T      2G, 3G, 4G or 5G (4G)
  --site ...          one transmitter alike in every direction: degrees, metres above ground, MHz,
                      and radiated power of a resource element in dBm
  --zoom Z            grid: 12 is 35.5 m a cell at 21.6° N, 11 twice, 13 half of it (12)
  --radius KM         how far from a site cells are looked at (15)
  --model M           delta-bullington, free-space, okumura-hata, cost-231-hata, tr-38.901-rma,
                      tr-38.901-uma or tr-38.901-umi (delta-bullington)
  --receiver M        receiver above the ground (1.5)
  --locations P       share of locations reached: 50, 75, 90 or 95 (50)
  --no-clutter        leave the land cover out
  --workers N         threads (as many as there are cores, one left free)
  --quiet             no progress

Prints what was computed as JSON: cells, how many of them at or above each level, seconds.

Examples:
  phusong coverage --pack public/packs/thai-nguyen-2020 --operator viettel --zoom 12 --out viettel-4g.tif
  phusong coverage --pack public/packs/thai-nguyen-2020 --site 105.84,21.59,42,1840,29 --out mast.tif

Exit codes: 0 done, 2 wrong usage, 3 input that can't be used, 130 cancelled.
`;

interface Levels {
  grid: Grid;
  rsrp: Int16Array;
  notes: string[];
}

const ofTransmitter = (scene: CoverageScene, settings: CoverageSettings, transmitter: Transmitter): Levels => {
  workersThatFit({ ...scene, operators: [] }, settings, 1);
  const station = stationOfTransmitter(transmitter, scene.terrain);
  const lines = linesOf(scene, settings);
  const best = new BestServers(lines, settings);
  for (const ring of rings) best.add(station, 0, ring);
  return { grid: lines.grid, rsrp: best.rsrp, notes: [] };
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
  const notes = [
    ...result.outsideModel.map((outside) =>
      'min' in outside
        ? `${settings.model}: ${outside.quantity} ${outside.value} is outside the model's ${outside.min} to ${outside.max}`
        : `${settings.model}: ${outside.quantity} ${outside.value} is none the model knows`,
    ),
    ...(result.offTerrain.length > 0
      ? [`${result.offTerrain.length} sites stand off the terrain and were left out`]
      : []),
    ...(result.restarts > 0 ? [`${result.restarts} workers died and were replaced; the result is whole`] : []),
  ];
  return { grid: result.grid, rsrp: strongestOf(result, wanted), notes };
};

/** Bounds of the legend's classes, dBm. */
const legendDbm = [-75, -85, -95, -105, -110, -115];

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const options = coverageOptions(args);
  const { pack } = await readPackFolder(options.pack, io);
  const { hamlets: _, ...scene } = sceneOf(pack);
  const startedMs = performance.now();
  const { grid, rsrp, notes } = options.transmitter
    ? ofTransmitter(scene, options.settings, options.transmitter)
    : await ofNetwork(scene, options, io);
  const seconds = (performance.now() - startedMs) / 1000;
  await writeFile(options.out, coverageGeotiff({ rsrp }, grid));
  for (const note of notes) io.stderr(`${note}\n`);
  const atLeast = (tenths: number): number => rsrp.reduce((sum, level) => sum + (level >= tenths ? 1 : 0), 0);
  const summary = {
    file: options.out,
    grid,
    ...options.settings,
    cells: rsrp.length,
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

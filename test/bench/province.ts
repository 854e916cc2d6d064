import { createHash } from 'node:crypto';
import { type CoverageResult, defaultCoverageSettings } from '../../src/coverage/raster/coverage-types.ts';
import { coverageSceneOf } from '../../src/coverage/raster/of-study.ts';
import { computeCoverageInWorkers } from '../../workers/coverage/client.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import { openSiteCoverage } from '../../workers/site-coverage/client.ts';
import { builtInPack } from '../support/built-in-pack.ts';
import { type Print, spread, wallMs } from './measure.ts';

const digest = ({ layers }: CoverageResult): string => {
  const hash = createHash('sha256');
  for (const { levelTenthsDbm, server } of layers)
    hash.update(new Uint8Array(levelTenthsDbm.buffer)).update(new Uint8Array(server.buffer));
  return hash.digest('hex').slice(0, 16);
};

/** The whole province at both zooms over two workers, and one site as it is edited. */
export const run = async (print: Print): Promise<void> => {
  const pack = await builtInPack();
  const scene = coverageSceneOf(pack);
  installNodeWorkers();
  for (const zoom of [11, 12]) {
    const seconds: number[] = [];
    let cpuS = 0;
    let sha256 = '';
    for (let round = 0; round < (zoom === 11 ? 3 : 1); round++) {
      const before = process.cpuUsage();
      const ms = await wallMs(async () => {
        sha256 = digest(await computeCoverageInWorkers(scene, { ...defaultCoverageSettings, zoom }, { workers: 2 }));
      });
      seconds.push(ms / 1000);
      const { user, system } = process.cpuUsage(before);
      cpuS = (user + system) / 1e6;
    }
    print({
      measure: 'province',
      zoom,
      sites: scene.sites.length,
      technology: defaultCoverageSettings.technology,
      workers: 2,
      seconds: spread(seconds),
      cpuSeconds: Number(cpuS.toFixed(1)),
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      sha256,
    });
  }

  const sites = Array.from({ length: 9 }, (_, s) => pack.sites[(s + 1) * 171]);
  for (const zoom of [11, 12]) {
    const settings = { ...defaultCoverageSettings, zoom };
    const moves: number[] = [];
    const turns: number[] = [];
    const desk = openSiteCoverage(scene);
    // workers start, and their compilers warm up
    for (const site of sites.slice(0, 3)) await desk.ask({ site, operator: null, settings });
    for (const site of sites) {
      const elsewhere = { ...site, position: [site.position[0] + 1e-4, site.position[1]] as const };
      moves.push(await wallMs(() => desk.ask({ site: elsewhere, operator: null, settings })));
      const turned = {
        ...elsewhere,
        tenants: site.tenants.map((tenant) => ({
          ...tenant,
          cells: tenant.cells.map((cell) => ({ ...cell, azimuthDeg: (cell.azimuthDeg + 20) % 360, powerDbm: 43 })),
        })),
      };
      turns.push(await wallMs(() => desk.ask({ site: turned, operator: null, settings })));
    }
    desk.close();
    print({ measure: 'one site', zoom, msAfterMove: spread(moves), msAfterTurn: spread(turns) });
  }
};

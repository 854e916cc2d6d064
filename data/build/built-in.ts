import { gridBounds } from '../../src/geo/grid.ts';
import type { Pack, Provenance } from '../../src/model/pack.ts';
import { buildAreas } from './areas.ts';
import { buildBuiltInGround } from './built-in-ground.ts';
import { readAreaFacts } from './facts.ts';
import { buildFibre, buildHamlets, buildPoints, buildSites, withClearings } from './network/index.ts';

export const builtInId = 'thai-nguyen-2020';
const date = '2020-12-31';

const synthetic = (note: string): Provenance => ({
  kind: 'synthetic',
  source: 'Phủ Sóng, made from the facts',
  date,
  licence: 'Apache-2.0',
  note,
});

const census: Provenance = {
  kind: 'official',
  source: 'GSO, population and housing census of 1 April 2019; register of administrative units 2020',
  date: '2019-04-01',
  licence: 'public figures',
};

/** What is known and what is made up, layer by layer. */
export const builtInProvenance: Pack['manifest']['provenance'] = {
  communes: synthetic(
    'Names, codes, areas and census figures are official; the shapes are schematic, not surveyed boundaries.',
  ),
  districts: synthetic('Joined from the schematic communes; names and codes are official.'),
  province: synthetic('Joined from the schematic communes.'),
  areas: synthetic('Named by the article of 31/12/2020; shapes joined from the schematic communes.'),
  hamlets: synthetic(
    'No open list of the hamlets exists: places, names and people a hamlet are made up; people a commune are those of the census.',
  ),
  population: { ...census, note: 'Official by commune; its spread over hamlets is synthetic.' },
  sites: synthetic(
    'No open list of the sites exists: 1,600 sites, 144 of them shared, placed where operators would build. Fitted so that few hamlets lack 4G, most in Võ Nhai and Định Hóa, as by the same builder on real boundaries and SRTM (22 hamlets); published since: 11 without 3G/4G in 2023, all in Võ Nhai (baophapluat.vn), 99.6 % with mobile broadband at the end of 2024 (baothainguyen.vn).',
  ),
  fibre: synthetic('94 % of hamlets have fibre, as the article states; which ones is made up.'),
  roads: synthetic('Least climbing ways between commune points.'),
  points: synthetic('225 postal points as the article states; places are made up.'),
  terrain: synthetic('Shape made up; height figures of each commune follow SRTM where it was measured.'),
  landcover: synthetic('From terrain slope and population density; open where people live and to masts within 500 m.'),
  facts: {
    kind: 'official',
    source: 'GSO figures, the article of 31/12/2020 and the sources each row names',
    date,
    licence: 'public figures',
    note: 'Each row carries its own source and confidence.',
  },
};

export type BuildStep = 'ground' | 'hamlets' | 'sites' | 'fibre';

/** The built-in pack, from nothing but data/facts: the same every time. */
export const buildBuiltInPack = async (
  options: { onProgress?: (step: BuildStep) => void | Promise<void> } = {},
): Promise<Pack> => {
  const ground = buildBuiltInGround();
  await options.onProgress?.('ground');
  const hamlets = buildHamlets(ground);
  await options.onProgress?.('hamlets');
  const sites = buildSites(ground, hamlets);
  await options.onProgress?.('sites');
  const { nodes, routes } = buildFibre(ground, hamlets);
  await options.onProgress?.('fibre');
  return {
    manifest: {
      format: 'phusong-pack',
      formatVersion: 1,
      id: builtInId,
      title: 'Thái Nguyên 2020 (giả lập)',
      titleEn: 'Thái Nguyên 2020 (synthetic)',
      vintage: '2020',
      date,
      boundingBox: gridBounds(ground.terrain.grid),
      gridZoom: ground.terrain.grid.zoom,
      terrainModel: 'bare',
      terrainCoveredShare: 1,
      provenance: builtInProvenance,
      files: [],
    },
    communes: ground.communes,
    districts: ground.shapes.districts,
    province: ground.shapes.province,
    areas: buildAreas(ground.communes, readAreaFacts()),
    hamlets,
    sites,
    fibreNodes: nodes,
    fibreRoutes: routes,
    roads: ground.roads,
    points: buildPoints(ground),
    terrain: ground.terrain,
    landCover: withClearings(ground.landCover, hamlets, sites),
    facts: ground.facts,
  };
};

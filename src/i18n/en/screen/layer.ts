import type { Translation } from '../../texts.ts';
import type { layer as vietnamese } from '../../vi/screen/layer.ts';

export const layer: Translation<typeof vietnamese> = {
  communes: 'Communes',
  districts: 'Districts',
  province: 'Province border',
  areas: 'Areas of interest',
  hamlets: 'Hamlets and clusters',
  population: 'Population by commune',
  sites: 'Sites, operators, cells',
  fibre: 'Fibre network',
  roads: 'Roads',
  points: 'Public places',
  terrain: 'Terrain',
  landcover: 'Land cover',
  facts: 'Indicators and parameters',
  hidden: 'not drawn on the map',
  terrainCover: 'The terrain source covers {{share}} of the province.',
};

/** Where each part of a pack stands in its folder. */
export const packPaths = {
  manifest: 'pack.json',
  communes: 'communes.geojson',
  districts: 'districts.geojson',
  province: 'province.geojson',
  areas: 'areas.geojson',
  hamlets: 'hamlets.geojson',
  sites: 'sites.geojson',
  fibreNodes: 'fibre-nodes.geojson',
  fibreRoutes: 'fibre-routes.geojson',
  roads: 'roads.geojson',
  points: 'points.geojson',
  terrain: 'terrain.tif',
  landCover: 'landcover.tif',
  facts: 'facts.json',
} as const;

import type { GeoJSON } from 'geojson';
import type {
  AllLayoutProperties,
  AllPaintProperties,
  CanvasSource,
  GeoJSONSource,
  Map as MapLibreMap,
} from 'maplibre-gl';
import { gridBounds } from '../geo/grid.ts';
import type { LayerName } from '../model/pack.ts';
import { drawCoverage } from './coverage/draw-coverage.ts';
import { communeAreas, districtAreas, hamletPoints, mergeLines, outsideOf, placeLabels, sitePoints } from './data.ts';
import { drawPeople } from './draw-people.ts';
import { communeTint } from './layers/areas.ts';
import { reliefLayer } from './layers/base.ts';
import { type MapState, siteZoom } from './map-state.ts';
import { palettes } from './palette.ts';
import { pathFeatures } from './path-data.ts';
import { reliefImage } from './relief.ts';
import { selectionFeatures } from './selection-data.ts';
import { type DataSource, layersOf } from './style.ts';

/** The largest texture every WebGL device takes without fail. */
const maxReliefPixels = 2048;

const setData = (map: MapLibreMap, source: DataSource, data: GeoJSON): void => {
  map.getSource<GeoJSONSource>(source)!.setData(data);
};

const drawRelief = (map: MapLibreMap, { pack: { terrain, landCover }, theme }: MapState): void => {
  const step = Math.ceil(Math.max(terrain.grid.width, terrain.grid.height) / maxReliefPixels);
  const image = reliefImage(terrain, landCover, palettes[theme], step);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')!.putImageData(new ImageData(image.pixels, image.width, image.height), 0, 0);
  const [west, south, east, north] = gridBounds({
    ...terrain.grid,
    width: image.width * step,
    height: image.height * step,
  });
  if (map.getLayer('relief')) map.removeLayer('relief');
  if (map.getSource<CanvasSource>('relief')) map.removeSource('relief');
  map.addSource('relief', {
    type: 'canvas',
    canvas,
    animate: false,
    coordinates: [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  });
  map.addLayer(reliefLayer, 'roads');
};

const drawTheme = (map: MapLibreMap, { theme }: MapState): void => {
  for (const layer of layersOf(theme)) {
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, name as keyof AllPaintProperties, value);
    }
    for (const [name, value] of Object.entries(layer.layout ?? {})) {
      map.setLayoutProperty(layer.id, name as keyof AllLayoutProperties, value);
    }
  }
};

const layersByName: readonly (readonly [LayerName, readonly string[]])[] = [
  ['terrain', ['relief']],
  ['roads', ['roads']],
  ['communes', ['commune-fill', 'commune-line', 'commune-labels']],
  ['districts', ['district-line', 'district-labels']],
  ['province', ['province-line', 'outside']],
  ['areas', ['interest-line']],
  ['fibre', ['fibre']],
  ['sites', ['sites']],
  ['hamlets', ['hamlets', 'hamlet-labels']],
];

const drawVisibility = (map: MapLibreMap, { shown, focus, coverage, people }: MapState): void => {
  const show = (layer: string, visible: boolean): void => {
    if (map.getLayer(layer)) map.setLayoutProperty(layer, 'visibility', visible ? 'visible' : 'none');
  };
  for (const [name, layers] of layersByName) for (const layer of layers) show(layer, shown.has(name));
  for (const layer of ['merge-lines', 'merge-arrows', 'merge-points'])
    show(layer, focus === 'sharing' && shown.has('sites'));
  // two tints over each other would tell neither
  map.setPaintProperty('commune-fill', 'fill-opacity', coverage || people ? 0 : communeTint[focus]);
  map.setLayerZoomRange('sites', siteZoom[focus], 24);
  map.setLayerZoomRange('hamlets', focus === 'sharing' ? 12 : 0, 24);
};

interface Part {
  /** What the part is drawn from; it is drawn again when one of these is another. */
  reads: (state: MapState) => readonly unknown[];
  draw: (map: MapLibreMap, state: MapState) => void;
}

const parts: readonly Part[] = [
  {
    // no scenario changes these
    reads: ({ pack }) => [pack.manifest],
    draw: (map, { pack }) => {
      setData(map, 'roads', pack.roads);
      setData(map, 'outside', outsideOf(pack.province));
      setData(map, 'interests', pack.areas);
      setData(map, 'province', pack.province);
    },
  },
  {
    reads: ({ pack }) => [pack.districts],
    draw: (map, { pack }) => setData(map, 'districts', districtAreas(pack)),
  },
  { reads: ({ pack }) => [pack.fibreRoutes], draw: (map, { pack }) => setData(map, 'fibre', pack.fibreRoutes) },
  { reads: ({ pack }) => [pack.sites], draw: (map, { pack }) => setData(map, 'sites', sitePoints(pack)) },
  { reads: ({ pack }) => [pack.communes], draw: (map, { pack }) => setData(map, 'labels', placeLabels(pack)) },
  { reads: ({ theme }) => [theme], draw: drawTheme },
  { reads: ({ pack, theme }) => [pack.terrain, pack.landCover, theme], draw: drawRelief },
  {
    reads: ({ pack, findings, operator }) => [pack.communes, findings, operator],
    draw: (map, { pack, findings, operator }) => setData(map, 'communes', communeAreas(pack, findings, operator)),
  },
  {
    reads: ({ pack, findings, operator, hamletIds }) => [pack.hamlets, findings, operator, hamletIds],
    draw: (map, { pack, findings, operator, hamletIds }) =>
      setData(map, 'hamlets', hamletPoints(pack, findings, operator, hamletIds)),
  },
  {
    reads: ({ pack, findings }) => [pack.sites, findings],
    draw: (map, { pack, findings }) => setData(map, 'merges', mergeLines(pack, findings)),
  },
  {
    reads: ({ pack, findings, selection, site }) => [pack, findings, selection, site],
    draw: (map, { pack, findings, selection, site }) =>
      setData(map, 'selection', selectionFeatures(pack, findings, selection, site)),
  },
  {
    reads: ({ overlay }) => [overlay],
    draw: (map, { overlay }) => setData(map, 'overlay', overlay ?? { type: 'FeatureCollection', features: [] }),
  },
  { reads: ({ path }) => [path], draw: (map, { path }) => setData(map, 'path', pathFeatures(path)) },
  {
    reads: ({ coverage, theme }) => [coverage?.image, coverage?.look, coverage?.isChange, theme],
    draw: (map, { coverage, theme }) => drawCoverage(map, coverage, theme),
  },
  { reads: ({ people, theme }) => [people, theme], draw: (map, { people, theme }) => drawPeople(map, people, theme) },
  {
    reads: ({ shown, focus, coverage, people, pack, theme }) => [
      shown,
      focus,
      coverage === null,
      people === null,
      pack.terrain,
      pack.landCover,
      theme,
    ],
    draw: drawVisibility,
  },
];

/** The one place that changes the map: draws again the parts whose data differ between two pictures. */
export const drawState = (map: MapLibreMap, state: MapState, previous: MapState | null): void => {
  for (const part of parts) {
    const before = previous && part.reads(previous);
    if (!before || part.reads(state).some((value, index) => value !== before[index])) part.draw(map, state);
  }
};

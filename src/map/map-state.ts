import type { FeatureCollection } from 'geojson';
import type { Findings } from '../findings/findings.ts';
import type { LayerName, Pack } from '../model/pack.ts';
import type { LonLat } from '../model/place.ts';
import type { Raster } from '../model/raster.ts';
import type { Selection } from '../study/selection.ts';
import type { CoverageOverlay } from './coverage/draw-coverage.ts';
import type { Theme } from './palette.ts';
import type { MapPath } from './path-data.ts';

/** The selected site while it can be dragged: where it is, and where it stood before. */
export interface MovableSite {
  at: LonLat;
  from: LonLat;
}

/** Everything the map shows. The map is drawn from this alone. */
export interface MapState {
  pack: Pack;
  findings: Findings | null;
  theme: Theme;
  /** Layers of the pack that are switched on. */
  shown: ReadonlySet<LayerName>;
  /** Whose signal the hamlets' classes tell; null for the best of all. */
  operator: string | null;
  /** Hamlets to draw; null for all. */
  hamletIds: ReadonlySet<string> | null;
  /** What the task at hand is about: sharing brings the sites and merges forward and the hamlets back. */
  focus: 'service' | 'sharing';
  selection: Selection | null;
  /** Marks over the study that are not of it: their `tone` or `levelDbm` tells the colour. */
  overlay: FeatureCollection | null;
  coverage: CoverageOverlay | null;
  /** People whom a mast would serve from each cell; null while that is not looked at. */
  people: Raster<Float32Array> | null;
  /** Null while no site may be moved. */
  site: MovableSite | null;
  path: MapPath | null;
  /** The next click chooses a place rather than selecting what is there. */
  choosing: boolean;
}

/** Masts stand back while hamlets are looked at, and come forward for sharing: the zoom they show from. */
export const siteZoom: Record<MapState['focus'], number> = { service: 10.6, sharing: 0 };

export interface MapPosition {
  lon: number;
  lat: number;
  zoom: number;
}

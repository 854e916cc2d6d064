import type { FeatureCollection, LineString, MultiPolygon, Point, Polygon } from 'geojson';
import type { Facts } from './facts.ts';
import type { Hamlet } from './hamlet.ts';
import type { AreaOfInterest, BoundingBox, Commune, District } from './place.ts';
import type { LandCoverRaster, TerrainRaster } from './raster.ts';
import type { Site } from './site.ts';

export const layerKinds = ['official', 'measured', 'derived', 'synthetic'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** Where a layer comes from. Shown wherever the layer is shown. */
export interface Provenance {
  kind: LayerKind;
  source: string;
  /** The date the data describe, ISO 8601, as exact as known. */
  date: string;
  licence: string;
  note?: string;
  /** The words its giver asks to be shown with whatever is made of it. */
  attribution?: string;
}

export const layerNames = [
  'communes',
  'districts',
  'province',
  'areas',
  'hamlets',
  'population',
  'sites',
  'fibre',
  'roads',
  'points',
  'terrain',
  'landcover',
  'facts',
] as const;
export type LayerName = (typeof layerNames)[number];

export interface PackFile {
  /** Path inside the pack's folder, with forward slashes. */
  path: string;
  bytes: number;
  sha256: string;
}

/** What heights show: bare ground, which takes clutter on top, or a surface of roofs and treetops, which has it already. */
export const terrainModels = ['surface', 'bare'] as const;
export type TerrainModel = (typeof terrainModels)[number];

/** Version 2 says of hamlets whether they have the grid's power, and of sites whether they have fibre. */
export const packFormatVersions = [1, 2] as const;
export type PackFormatVersion = (typeof packFormatVersions)[number];

/** What stands in pack.json. */
export interface PackManifest {
  format: 'phusong-pack';
  formatVersion: PackFormatVersion;
  id: string;
  title: string;
  titleEn: string;
  /** Which set of administrative units: '2020'. */
  vintage: string;
  /** The date the pack describes, ISO 8601. */
  date: string;
  boundingBox: BoundingBox;
  gridZoom: number;
  terrainModel: TerrainModel;
  /** Share of the province's area with terrain in the source, 0..1. */
  terrainCoveredShare: number;
  provenance: Record<LayerName, Provenance>;
  /** What the terms of its sources ask the pack to say of itself: that it is a database derived from another, say. */
  notice?: string;
  /** Whether those terms let the pack be given to others; absent where they do. */
  mayBePassedOn?: boolean;
  files: readonly PackFile[];
}

/** What tells a pack from others and how far it can be trusted: it goes along with all that is computed from the pack. */
export interface PackIdentity
  extends Pick<
    PackManifest,
    'id' | 'title' | 'titleEn' | 'vintage' | 'date' | 'terrainModel' | 'terrainCoveredShare' | 'provenance'
  > {
  /** SHA-256 of pack.json as it stands. */
  checksum: string;
}

export const identityOf = (manifest: PackManifest, checksum: string): PackIdentity => {
  const { id, title, titleEn, vintage, date, terrainModel, terrainCoveredShare, provenance } = manifest;
  return { id, title, titleEn, vintage, date, terrainModel, terrainCoveredShare, checksum, provenance };
};

export type AreaGeometry = Polygon | MultiPolygon;

export interface FibreNodeProperties {
  id: string;
  kind: 'office' | 'hamlet';
  communeCode: string;
}
export interface FibreRouteProperties {
  id: string;
  from: string;
  to: string;
  lengthKm: number;
}
export interface RoadProperties {
  id: string;
  class: 'main' | 'local';
  lengthKm: number;
}
export interface PointOfInterestProperties {
  id: string;
  kind: 'commune-office' | 'school' | 'health-station' | 'post-point';
  name: string;
  communeCode: string;
}

/** Everything known of a province at a date, in memory. */
export interface Pack {
  manifest: PackManifest;
  communes: FeatureCollection<AreaGeometry, Commune>;
  districts: FeatureCollection<AreaGeometry, District>;
  province: FeatureCollection<AreaGeometry, { name: string }>;
  areas: FeatureCollection<AreaGeometry, AreaOfInterest>;
  hamlets: readonly Hamlet[];
  sites: readonly Site[];
  fibreNodes: FeatureCollection<Point, FibreNodeProperties>;
  fibreRoutes: FeatureCollection<LineString, FibreRouteProperties>;
  roads: FeatureCollection<LineString, RoadProperties>;
  points: FeatureCollection<Point, PointOfInterestProperties>;
  terrain: TerrainRaster;
  landCover: LandCoverRaster;
  facts: Facts;
}

/** A pack without its rasters: what figures are summed over. */
export type PackTables = Omit<Pack, 'terrain' | 'landCover'>;

export const tablesOf = ({ terrain: _, landCover: __, ...tables }: Pack): PackTables => tables;

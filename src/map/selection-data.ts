import type { Feature, FeatureCollection } from 'geojson';
import type { Findings } from '../findings/findings.ts';
import type { Pack } from '../model/pack.ts';
import type { LonLat } from '../model/place.ts';
import { pointOf, type Selection } from '../study/selection.ts';
import type { MovableSite } from './map-state.ts';

export interface SelectionProperties {
  role: 'area' | 'point' | 'cluster' | 'link' | 'handle';
  /** Of a cluster: whether someone reaches it. Unknown before a run. */
  reached?: boolean;
}

type SelectionFeature = Feature<Feature['geometry'], SelectionProperties>;

const at = (role: 'point' | 'cluster' | 'handle', position: LonLat, reached?: boolean): SelectionFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...position] },
  properties: reached === undefined ? { role } : { role, reached },
});

const link = (from: LonLat, to: LonLat): SelectionFeature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
  properties: { role: 'link' },
});

const hamletFeatures = (pack: Pack, findings: Findings | null, id: string): SelectionFeature[] => {
  const hamlet = pack.hamlets.find((candidate) => candidate.id === id);
  if (!hamlet) return [];
  const finding = findings?.hamlets.find((candidate) => candidate.id === id);
  const reached = (cluster: number): boolean | undefined =>
    finding?.operators.some((service) => {
      const levelTenthsDbm = service.clusterLevelDbm[cluster];
      return levelTenthsDbm !== null && findings !== null && levelTenthsDbm >= findings.service.thresholdDbm;
    });
  const servers = new Set(
    finding?.operators.flatMap(({ status, siteId }) => (siteId !== null && status !== 'none' ? [siteId] : [])),
  );
  return [
    ...pack.sites.filter((site) => servers.has(site.id)).map((site) => link(hamlet.centre, site.position)),
    ...hamlet.clusters.map((cluster, index) => at('cluster', cluster.position, reached(index))),
    at('point', hamlet.centre),
  ];
};

/** A site that can be dragged: a handle where it is, and a line from where it stood. */
const movableFeatures = ({ at: now, from }: MovableSite): SelectionFeature[] => [
  ...(now === from ? [] : [link(from, now)]),
  at('point', now),
  at('handle', now),
];

/**
 * What marks the selected thing: the outline of a commune or an area; a hamlet with its clusters and lines to its
 * servers; a site; a point.
 */
export const selectionFeatures = (
  pack: Pack,
  findings: Findings | null,
  selection: Selection | null,
  site: MovableSite | null = null,
): FeatureCollection<Feature['geometry'], SelectionProperties> => {
  const features = (): SelectionFeature[] => {
    if (selection === null) return [];
    if (selection.kind === 'hamlet') return hamletFeatures(pack, findings, selection.id);
    if (selection.kind === 'site') {
      if (site) return movableFeatures(site);
      return pack.sites.filter((site) => site.id === selection.id).map((site) => at('point', site.position));
    }
    const point = pointOf(selection);
    if (point) return [at('point', point)];
    const outlined =
      selection.kind === 'area'
        ? pack.areas.features.filter((area) => area.properties.id === selection.id)
        : pack.communes.features.filter((commune) => commune.properties.code === selection.id);
    return outlined.map(({ geometry }) => ({ type: 'Feature', geometry, properties: { role: 'area' } }));
  };
  return { type: 'FeatureCollection', features: features() };
};

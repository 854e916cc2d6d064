import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { withFileNames, withoutDistrict } from '../../findings/file-names.ts';
import { hasDistricts } from '../../findings/findings.ts';
import { isShared } from '../../model/site.ts';
import { proposalFeatures } from '../proposals/proposal-features.ts';
import type { ReportContext } from '../report-input.ts';

const bytesOf = (collection: FeatureCollection<Geometry>): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(collection)}\n`);

/** Communes with their sums, sites with what the plan does with them, and carriers' proposals, for a GIS. */
export const geojsonFiles = ({ findings, places }: ReportContext): Map<string, Uint8Array> => {
  const rows = new Map(findings.communes.map((row) => [row.code, row]));
  const hostOf = new Map(findings.sharing.chosen.map(({ hostId, donorId }) => [donorId, hostId]));
  const hosts = new Set(hostOf.values());
  const communes: FeatureCollection<Geometry> = {
    type: 'FeatureCollection',
    features: places.communes.features.map(({ geometry, properties }) => {
      const row = rows.get(properties.code);
      return {
        type: 'Feature',
        id: properties.code,
        geometry,
        properties: {
          ...(hasDistricts(findings) ? properties : withoutDistrict(properties)),
          hamlets: row?.hamlets,
          hamlets_served: row?.any.hamlets.served,
          hamlets_hole: row?.any.hamlets.partial,
          hamlets_none: row?.any.hamlets.none,
          people: row?.people,
          people_unserved: row?.any.peopleUnserved,
          hamlets_without_fibre: row?.withoutFibre.hamlets,
          people_without_fibre: row?.withoutFibre.people,
          sites: row?.sites,
          shared_sites: row?.sharedSites,
        },
      };
    }),
  };
  const sites: FeatureCollection<Geometry> = {
    type: 'FeatureCollection',
    features: places.sites.map((site) => ({
      type: 'Feature',
      id: site.id,
      geometry: { type: 'Point', coordinates: [...site.position] },
      properties: {
        id: site.id,
        communeCode: site.communeCode,
        structure: site.structure,
        heightM: site.heightM,
        owner: site.owner,
        operators: site.tenants.map(({ operator }) => operator),
        shared: isShared(site),
        plan: hosts.has(site.id) ? 'host' : hostOf.has(site.id) ? 'moved' : null,
        movedTo: hostOf.get(site.id) ?? null,
      },
    })),
  };
  return new Map([['communes.geojson', bytesOf(communes)], ['sites.geojson', bytesOf(sites)], ...proposed(findings)]);
};

const proposed = ({ proposals }: ReportContext['findings']): [string, Uint8Array][] =>
  proposals
    ? [
        [
          'proposals.geojson',
          bytesOf({ type: 'FeatureCollection', features: withFileNames(proposalFeatures(proposals)) as Feature[] }),
        ],
      ]
    : [];

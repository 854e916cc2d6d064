import type { Feature } from 'geojson';
import type { ProposalFindings } from '../../proposal/proposal-findings.ts';

/** Every proposed site with its verdict and figures, and lines from sites given up to the one they share. */
export const proposalFeatures = ({ files, joint }: Pick<ProposalFindings, 'files' | 'joint'>): Feature[] => {
  const at = new Map(
    files.flatMap(({ file, proposedSites }) =>
      proposedSites.map((proposed) => [`${file}\n${proposed.id}`, proposed] as const),
    ),
  );
  const proposedSites = files.flatMap(({ file, proposedSites: own }) =>
    own.map(
      ({ id, position, ...rest }): Feature => ({
        type: 'Feature',
        id,
        geometry: { type: 'Point', coordinates: [...position] },
        properties: { id, file, ...rest },
      }),
    ),
  );
  const lines = joint.flatMap((pair): Feature[] => {
    const ends = [pair.donor, pair.host].flatMap(({ file, id }) => at.get(`${file}\n${id}`) ?? []);
    if (ends.length < 2) return [];
    const coordinates = ends.map(({ position }) => [...position]);
    return [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: pair }];
  });
  return [...proposedSites, ...lines];
};

import type { Translation } from '../../texts.ts';
import type { explanation as vietnamese } from '../../vi/command/explanation.ts';

export const explanation: Translation<typeof vietnamese> = {
  polarisation: { vertical: 'vertical polarisation', horizontal: 'horizontal polarisation' },
  quantity: {
    frequencyMHz: 'frequency (MHz)',
    distanceKm: 'distance (km)',
    txHeightM: 'transmitter height (m)',
    rxHeightM: 'receiver height (m)',
    locationPercent: 'share of locations (%)',
    horizonKm: "distance of an antenna's horizon (km)",
    horizonMrad: "elevation of an antenna's horizon (mrad)",
    surfaceRefractivity: 'surface refractivity (N-units)',
  },
  from: 'Transmitter: {{lon}}, {{lat}}, ground at {{ground}} m, antenna {{height}} m above it.',
  to: 'Receiver: {{lon}}, {{lat}}, ground at {{ground}} m, antenna {{height}} m above it.',
  apart: '{{distance}} apart, azimuth {{azimuth}}°.',
  radio:
    '{{frequency}} MHz, {{polarisation}}, {{time}} % of time, {{locations}} % of locations; effective Earth radius {{radius}} km.',
  pack: 'Pack “{{title}}”: {{terrain}}; {{landCover}}.',
  terrain: '{{kind}} terrain ({{source}})',
  terrainPart: '{{kind}} terrain ({{source}}), which covers only {{share}} % of the province and is made up beyond',
  landCover: '{{kind}} land cover',
  noLandCover: 'land cover left out',
  unknown: 'Mind: {{share}} % of the profile has no terrain and is bridged straight; take the result as a hint.',
  clear:
    'The line of sight is clear. It is narrowest at {{at}}: the ray passes {{above}} m above the profile, {{clearance}} of the first Fresnel radius ({{fresnel}} m).',
  blocked:
    'The line of sight is blocked. The obstacle at {{at}}: ground {{ground}} m, clutter {{clutter}} m, bulge of the Earth {{bulge}} m; it stands {{above}} m above the ray, {{clearance}} of the first Fresnel radius ({{fresnel}} m).',
  horizons: "The transmitter's horizon is at {{tx}}, the receiver's at {{rx}} (both from the transmitter).",
  fresnel: '60 % of the first Fresnel zone is not free along {{share}} % of the path.',
  terms: {
    title: 'Terms of the loss:',
    freeSpace: 'Free space',
    diffraction: 'Diffraction (profile {{bullington}}, round Earth {{smooth}})',
    coverage: 'Together: the median that coverage is computed with',
    others: 'Time and other ways (troposcatter {{troposcatter}}, ducting {{ducting}})',
    locations: 'Location variability, {{percent}} % of locations',
    total: 'Basic transmission loss, ITU-R P.1812',
    field: 'Field strength at 1 kW e.r.p., dB(µV/m)',
  },
  outside:
    'Outside the range of ITU-R P.1812: {{quantity}} {{value}}, range {{min}} to {{max}}; the result is not vouched for.',
  assumed: 'Assumed: ΔN = {{deltaN}} N-units/km, N0 = {{n0}} N-units.',
};

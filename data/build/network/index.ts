export { withClearings } from './clearings.ts';
export { buildFibre } from './fibre.ts';
export { buildHamlets } from './hamlets.ts';
export { buildPoints } from './points.ts';
export { buildSites } from './sites.ts';

import type { Translation } from '../../texts.ts';
import type { raster as vietnamese } from '../../vi/report/raster.ts';

export const raster: Translation<typeof vietnamese> = {
  coverage: '{{technology}} coverage, {{operator}}',
  legend: '{{level}}',
  note: 'Coverage {{technology}}: levels outdoors at {{height}} m, at {{percent}}% of locations, from sites within {{radius}} km, cells of {{cell}} m, by {{loss}}; levels below {{threshold}} dBm are not drawn.',
};

import type { Translation } from '../../texts.ts';
import type { itm as vietnamese } from '../../vi/command/itm.ts';

export const itm: Translation<typeof vietnamese> = {
  climate: {
    equatorial: 'equatorial',
    continentalSubtropical: 'continental subtropical',
    maritimeSubtropical: 'maritime subtropical',
    desert: 'desert',
    continentalTemperate: 'continental temperate',
    maritimeTemperateLand: 'maritime temperate, over land',
    maritimeTemperateSea: 'maritime temperate, over sea',
  },
  mode: { lineOfSight: 'line of sight of a smooth Earth', diffraction: 'diffraction', troposcatter: 'troposcatter' },
  radio:
    'Irregular Terrain Model (Longley-Rice): {{frequency}} MHz, {{polarisation}}, {{time}} % of time, {{locations}} % of locations, {{situations}} % of situations (mdvar {{mode}}).',
  horizons:
    "The transmitter's horizon is {{tx}} from it at {{txAngle}} mrad, the receiver's {{rx}} from it at {{rxAngle}} mrad.",
  terrain:
    'Terrain irregularity Δh {{irregularity}} m, effective heights {{txHeight}} m and {{rxHeight}} m; range of the model: {{mode}}.',
  terms: {
    title: 'Terms of the loss:',
    freeSpace: 'Free space',
    reference: 'Reference attenuation A_ref below free space',
    variability: 'Variability in time, locations and situations',
    total: 'Basic transmission loss, ITM',
    p1812: 'For comparison: the median of ITU-R P.1812',
    more: 'ITM loses more by',
  },
  outside: 'Outside the range of ITM: {{quantity}} {{value}}, range {{min}} to {{max}}; the result is not vouched for.',
  assumed:
    'Assumed: climate {{climate}} ({{name}}), N0 = {{n0}} N-units, ground ε = {{permittivity}}, σ = {{conductivity}} S/m.',
};

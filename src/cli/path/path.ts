import { loadCommandTexts } from '../../i18n/load.ts';
import { type Command, exitCodes } from '../command.ts';
import { readPackFolder } from '../pack-folder.ts';
import { computeCases } from './path-cases.ts';
import { explainOverPack } from './path-explain.ts';
import { pathOptions } from './path-options.ts';

const help = `Explains one radio path over a pack's terrain, or computes a table of ITU-R P.1812 examples.

Usage:
  phusong path --pack DIR --from LON,LAT,HEIGHT --to LON,LAT,HEIGHT --f MHZ [OPTIONS]
  phusong path --cases FILE.csv --profiles DIR

One path, from an antenna to another, heights in metres above the ground:
  --pack DIR            folder of a pack ('phusong pack' makes one)
  --from LON,LAT,HEIGHT transmitter, degrees in WGS 84
  --to LON,LAT,HEIGHT   receiver
  --f MHZ               frequency
  --time P              not exceeded for P % of time, 1 to 50 (50)
  --locations P         not exceeded at P % of locations, 1 to 99 (50)
  --polarisation P      vertical or horizontal (vertical)
  --dn N                refractivity lapse rate, N-units/km (39.3: an Earth of 8,500 km)
  --n0 N                sea-level refractivity, N-units (350)
  --no-clutter          leave the land cover out
  --json                data instead of words, with the profile
  --lang vi|en          language of the words (vi)

A table of cases:
  --cases FILE.csv      columns profile, f_GHz, p_pct, htg_m, hrg_m, pol, phi_t, phi_r, lam_t, lam_r, DN, N0;
                        optional id, pL_pct, sigmaL_dB, dct_km, dcr_km
  --profiles DIR        where the profiles are, by file name: columns d_km, h_m; optional clutter_m, zone
  Prints a JSON array, one object a case in order: geometry, every term of the loss, Lb and Ep (1 kW e.r.p.).

Examples:
  phusong path --pack public/packs/thai-nguyen-2020 --from 105.84,21.59,42 --to 105.9,21.65,1.5 --f 1800 --lang en
  phusong path --cases cases.csv --profiles profiles > losses.json

Exit codes: 0 done, 2 wrong usage, 3 a file that can't be used.
`;

export const pathCommand: Command = {
  name: 'path',
  summary: 'explain one radio path, or compute a table of ITU-R P.1812 cases',
  help,
  run: async (args, io) => {
    const options = pathOptions(args);
    if (options.mode === 'cases') {
      io.stdout(`${JSON.stringify(computeCases(options.casesPath, options.profilesFolder), null, 2)}\n`);
    } else {
      const { pack } = await readPackFolder(options.pack, io);
      io.stdout(explainOverPack(pack, options, await loadCommandTexts(options.language)));
    }
    return exitCodes.ok;
  },
};

import { loadCommandTexts } from '../../i18n/load.ts';
import { defaultItmEnvironment } from '../../radio/itm/itm-input.ts';
import { type Command, exitCodes } from '../command.ts';
import { readPackFolder } from '../pack-folder.ts';
import { computeItmCases } from './itm-cases.ts';
import { computeCases } from './path-cases.ts';
import { explainOverPack } from './path-explain.ts';
import { pathOptions } from './path-options.ts';

const usual = defaultItmEnvironment;

const help = `Explains one radio path over a pack's terrain, or computes a table of examples: by ITU-R P.1812, or as a second opinion by
the Irregular Terrain Model (Longley-Rice) of NTIA.

Usage:
  phusong path --pack DIR --from LON,LAT,HEIGHT --to LON,LAT,HEIGHT --f MHZ [--model itm] [OPTIONS]
  phusong path --cases FILE.csv --profiles DIR [--model itm]

One path, from an antenna to another, heights in metres above the ground:
  --pack DIR            folder of a pack ('phusong pack' makes one)
  --from LON,LAT,HEIGHT transmitter, degrees in WGS 84
  --to LON,LAT,HEIGHT   receiver
  --f MHZ               frequency
  --model M             p1812 or itm (p1812)
  --time P              not exceeded for P % of time, 1 to 50 (50)
  --locations P         not exceeded at P % of locations, 1 to 99 (50)
  --polarisation P      vertical or horizontal (vertical)
  --dn N                refractivity lapse rate, N-units/km (39.3: an Earth of 8,500 km)
  --n0 N                sea-level refractivity, N-units (350)
  --no-clutter          leave the land cover out
  --json                data instead of words, with the profile
  --lang vi|en          language of the words (vi)

Of --model itm alone; what NTIA Report 82-100 has nearest to a humid monsoon province is taken where nothing is said:
  --climate C           1 equatorial, 2 continental subtropical, 3 maritime subtropical, 4 desert, 5 continental
                        temperate, 6 maritime temperate over land, 7 over sea (${usual.climate})
  --n0 N                surface refractivity reduced to sea level, 250 to 400 N-units (${usual.refractivityN0}, as suggested for
                        climate ${usual.climate})
  --permittivity E      of the ground, relative (${usual.permittivity}, average ground)
  --conductivity S      of the ground, S/m (${usual.conductivitySPerM}, average ground)
  --mdvar M             what varies: 0 single message, 1 accidental, 2 mobile, 3 broadcast; 10 more without
                        locations, 20 more without situations (${usual.variabilityMode}: between known points)
  --time P, --locations P, --situations P   shares, 0.1 to 99.9 (${usual.timePercent}, ${usual.locationPercent}, ${usual.situationPercent})
  --dn is no option of it: the radius of the Earth follows from --n0.

A table of cases:
  --cases FILE.csv      columns profile, f_GHz, p_pct, htg_m, hrg_m, pol, phi_t, phi_r, lam_t, lam_r, DN, N0;
                        optional id, pL_pct, sigmaL_dB, dct_km, dcr_km
  --profiles DIR        where the profiles are, by file name: columns d_km, h_m; optional clutter_m, zone
  Prints a JSON array, one object a case in order: geometry, every term of the loss, Lb and Ep (1 kW e.r.p.).

A table of cases with --model itm:
  --cases FILE.csv      columns profile, f_MHz, htg_m, hrg_m, pol (0 horizontal, 1 vertical), climate, N0, eps_r,
                        sigma_S_m, mdvar, time_pct, location_pct, situation_pct
  --profiles DIR        profiles at equal steps: columns d_km, h_m
  Prints a JSON array, one object a case in order, with those columns and code, warnings, A_dB, Aref_dB, Afs_dB, dh_m,
  Ns, theta_hzn_t_rad, theta_hzn_r_rad, d_hzn_t_m, d_hzn_r_m, he_t_m, he_r_m, mode; null where the code says why not.

Examples:
  phusong path --pack public/packs/thai-nguyen-2020 --from 105.84,21.59,42 --to 105.9,21.65,1.5 --f 1800 --lang en
  phusong path --cases cases.csv --profiles profiles > losses.json

Exit codes: 0 done, 2 wrong usage, 3 a file that can't be used.
`;

export const pathCommand: Command = {
  name: 'path',
  summary: 'explain one radio path, or compute a table of ITU-R P.1812 or ITM cases',
  help,
  run: async (args, io) => {
    const options = pathOptions(args);
    if (options.mode === 'cases') {
      const compute = options.model === 'itm' ? computeItmCases : computeCases;
      io.stdout(`${JSON.stringify(compute(options.casesPath, options.profilesFolder), null, 2)}\n`);
    } else {
      const { pack } = await readPackFolder(options.pack, io);
      io.stdout(explainOverPack(pack, options, await loadCommandTexts(options.language)));
    }
    return exitCodes.ok;
  },
};

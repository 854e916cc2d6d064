import { defaultItmEnvironment, type ItmEnvironment } from '../../radio/itm/itm-input.ts';
import { UsageError } from '../command.ts';
import { numberIn, oneOf } from '../option-values.ts';

/** What is asked of the Irregular Terrain Model alone. */
export const itmOptions = {
  climate: { type: 'string' },
  permittivity: { type: 'string' },
  conductivity: { type: 'string' },
  situations: { type: 'string' },
  mdvar: { type: 'string' },
} as const;

type Values = Readonly<Partial<Record<keyof typeof itmOptions | 'n0' | 'dn', string>>> & {
  readonly time: string;
  readonly locations: string;
};

const variabilityModes = [0, 10, 20].flatMap((left) => [0, 1, 2, 3].map((mode) => String(left + mode)));

/**
 * The environment of a path for the Irregular Terrain Model; null for ITU-R P.1812.
 *
 * @throws UsageError for a value the model has no answer to, or an option of the other model
 */
export const itmEnvironmentOf = (values: Values, model: 'p1812' | 'itm'): ItmEnvironment | null => {
  if (model !== 'itm') {
    const [foreign] = Object.keys(itmOptions).filter(
      (option) => values[option as keyof typeof itmOptions] !== undefined,
    );
    if (foreign) throw new UsageError(`--${foreign} is an option of --model itm.`);
    return null;
  }
  if (values.dn !== undefined) throw new UsageError('--dn is no option of --model itm, which takes --n0 alone.');
  const asked = (
    option: 'n0' | 'permittivity' | 'conductivity' | 'situations',
    usual: number,
    min: number,
    max: number,
  ) => (values[option] === undefined ? usual : numberIn(option, values[option], min, max));
  const usual = defaultItmEnvironment;
  return {
    climate: Number(oneOf('climate', values.climate ?? String(usual.climate), ['1', '2', '3', '4', '5', '6', '7'])),
    refractivityN0: asked('n0', usual.refractivityN0, 250, 400),
    permittivity: asked('permittivity', usual.permittivity, 1, 100),
    conductivitySPerM: asked('conductivity', usual.conductivitySPerM, 1e-6, 100),
    variabilityMode: Number(oneOf('mdvar', values.mdvar ?? String(usual.variabilityMode), variabilityModes)),
    timePercent: numberIn('time', values.time, 0.1, 99.9),
    locationPercent: numberIn('locations', values.locations, 0.1, 99.9),
    situationPercent: asked('situations', usual.situationPercent, 0.1, 99.9),
  };
};

import type { PathEnd, PathExplanation, PathSettings } from '../../radio/explain-path.ts';
import { endLines, type Ground, groundLines, sightText, type Texts, termLines, writersOf } from './path-lines.ts';

const lossTerms = (
  { p1812: result }: PathExplanation,
  settings: PathSettings,
  texts: Texts,
): [label: string, value: number][] => {
  const { t } = texts;
  const { n } = writersOf(texts);
  const median = result.diffractionMedian;
  return [
    [t('explanation.terms.freeSpace'), result.freeSpaceDb],
    [
      t('explanation.terms.diffraction', {
        bullington: n(median.bullingtonActualDb),
        smooth: n(median.lossDb - median.bullingtonActualDb),
      }),
      median.lossDb,
    ],
    [t('explanation.terms.coverage'), result.withDiffractionMedianDb],
    [
      t('explanation.terms.others', { troposcatter: n(result.troposcatterDb), ducting: n(result.ductingDb) }),
      result.lossDb - result.withDiffractionMedianDb - result.locationDb,
    ],
    [t('explanation.terms.locations', { percent: n(settings.locationPercent, 0) }), result.locationDb],
    [t('explanation.terms.total'), result.lossDb],
    [t('explanation.terms.field'), result.fieldStrengthDbuVm],
  ];
};

/** One path in words and numbers, line by line. */
export const explanationText = (
  path: PathExplanation,
  from: PathEnd,
  to: PathEnd,
  settings: PathSettings,
  ground: Ground,
  texts: Texts,
): string => {
  const { t } = texts;
  const { n, length } = writersOf(texts);
  const { profile } = path;
  const { diffractionMedian: median, outsideValidity } = path.p1812;
  return [
    ...endLines(path, from, to, texts),
    t('explanation.radio', {
      frequency: n(settings.frequencyMHz, 0),
      polarisation: t(`explanation.polarisation.${settings.polarisation}`),
      time: n(settings.timePercent, 0),
      locations: n(settings.locationPercent, 0),
      radius: n(path.effectiveEarthRadiusKm, 0),
    }),
    ...groundLines(ground, path, texts),
    '',
    sightText(path, texts),
    ...(median.lineOfSight
      ? []
      : [
          t('explanation.horizons', {
            tx: length(profile.distanceKm[median.txHorizon]),
            rx: length(profile.distanceKm[median.rxHorizon]),
          }),
        ]),
    t('explanation.fresnel', { share: n(path.obstructedShare * 100) }),
    '',
    t('explanation.terms.title'),
    ...termLines(lossTerms(path, settings, texts), texts, 1),
    '',
    ...outsideValidity.map(({ input, value, min, max }) =>
      t('explanation.outside', {
        quantity: t(`explanation.quantity.${input}`),
        value: n(value, 2),
        min: n(min, 2),
        max: n(max, 0),
      }),
    ),
    t('explanation.assumed', { deltaN: n(settings.deltaN), n0: n(settings.refractivityN0, 0) }),
    '',
  ].join('\n');
};

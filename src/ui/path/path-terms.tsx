import type { LinkExplanation } from '../../coverage/service/explain-link.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { PackManifest } from '../../model/pack.ts';
import type { PathModelId } from '../../radio/path-model.ts';
import { modelName } from '../coverage/index.ts';
import { ProvenanceNote } from '../kit/provenance-note.tsx';

interface PathTermsProps {
  link: LinkExplanation;
  thresholdDbm: number;
  locationPercent: number;
  receiverHeightM: number;
  model: PathModelId;
  manifest: PackManifest;
}

interface Row {
  name: string;
  value: string;
  /** A sum of the rows above. */
  sum?: boolean;
}

const dbm = (value: number): string => t('unit.dbm', { value: formatNumber(value, 1) });
const db = (value: number): string => t('unit.db', { value: formatNumber(value, 1) });
/** A term as it counts towards the level. */
const signed = (value: number, unit: (value: number) => string): string =>
  value > 0 ? `+${unit(value)}` : unit(value);

const Table = ({ rows, label }: { rows: readonly Row[]; label: string }) => (
  <table class="table terms" aria-label={label}>
    <thead class="visually-hidden">
      <tr>
        <th scope="col">{t('path.terms.term')}</th>
        <th scope="col">{t('path.terms.value')}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, value, sum }) => (
        <tr key={name} class={sum ? 'sum' : undefined}>
          <th scope="row">{name}</th>
          <td class="number">{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const sourceText = (model: PathModelId) => {
  if (model === 'delta-bullington') return 'path.model';
  return model === 'itm' ? 'path.modelItm' : 'path.modelOther';
};

/** The level at the far end, term by term, and every mechanism of P.1812. */
export const PathTerms = ({
  link,
  thresholdDbm,
  locationPercent,
  receiverHeightM,
  model,
  manifest,
}: PathTermsProps) => {
  const { path, cell, losses } = link;
  const { p1812 } = path;
  const median = p1812.diffractionMedian;
  const percent = formatNumber(locationPercent);
  // a model without a profile knows one loss, not what made it
  const beyondFreeSpace: Row[] =
    model === 'delta-bullington'
      ? [
          { name: t('path.terms.bullington'), value: db(-median.bullingtonActualDb) },
          { name: t('path.terms.smooth'), value: db(-(median.lossDb - median.bullingtonActualDb)) },
        ]
      : [
          {
            name: t('path.terms.beyond', { model: modelName(model) }),
            value: db(-(link.lossDb - link.locationDb - p1812.freeSpaceDb)),
          },
        ];
  const level: Row[] = [
    {
      name: t(cell.technology === '4G' || cell.technology === '5G' ? 'path.terms.power' : 'path.terms.pilotPower'),
      value: dbm(link.powerDbm),
    },
    {
      name: t('path.terms.gain', { cell: cell.id }),
      value: signed(link.antennaGainDbi, (value) => t('path.terms.dbi', { value: formatNumber(value, 1) })),
    },
    { name: t('path.terms.feeder'), value: db(-(losses.feederDb + losses.receiverDb)) },
    { name: t('path.terms.freeSpace'), value: db(-p1812.freeSpaceDb) },
    ...beyondFreeSpace,
    { name: t('path.terms.location', { percent }), value: db(-link.locationDb) },
    { name: t('path.terms.level'), value: dbm(link.levelDbm), sum: true },
    { name: t('path.terms.threshold'), value: dbm(thresholdDbm) },
  ];
  const details: Row[] = [
    { name: t('path.terms.median'), value: db(p1812.withDiffractionMedianDb) },
    { name: t('path.terms.troposcatter'), value: db(p1812.troposcatterDb) },
    { name: t('path.terms.ducting'), value: db(p1812.ductingDb) },
    { name: t('path.terms.combined'), value: db(p1812.combinedDb) },
    { name: t('path.terms.location', { percent }), value: db(p1812.locationDb) },
    { name: t('path.terms.total'), value: db(p1812.lossDb), sum: true },
    { name: t('path.terms.field'), value: t('path.terms.dbuv', { value: formatNumber(p1812.fieldStrengthDbuVm, 1) }) },
    { name: t('path.terms.earth'), value: t('unit.km', { value: formatNumber(path.effectiveEarthRadiusKm) }) },
    { name: t('path.terms.elevation'), value: t('unit.deg', { value: formatNumber(link.elevationDeg, 2) }) },
    {
      name: t('path.terms.heights'),
      value: t('path.terms.heightsValue', {
        tx: formatNumber(link.antennaHeightM, 1),
        rx: formatNumber(receiverHeightM, 1),
      }),
    },
  ];
  return (
    <section class="path-terms" aria-label={t('path.terms.title')}>
      <h3>{t('path.terms.title')}</h3>
      <Table rows={level} label={t('path.terms.title')} />
      <details>
        <summary>{t('path.terms.details')}</summary>
        <Table rows={details} label={t('path.terms.details')} />
      </details>
      <p class="quiet path-model">{t(sourceText(model), { model: modelName(model) })}</p>
      <ProvenanceNote manifest={manifest} layers={['sites', 'terrain', 'landcover']} />
    </section>
  );
};

import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Fact, Facts } from '../../kit/facts.tsx';
import { PlaceLink } from '../../kit/place-link.tsx';
import { OutsideModel } from '../outside-model.tsx';
import { cellText, modelName } from '../words.ts';
import type { ShownCoverage } from './province-coverage.ts';

const mostListed = 5;

const OffTerrain = ({ shown: { result, sites } }: { shown: ShownCoverage }) => {
  const { outsideDem } = result;
  if (outsideDem.length === 0) return null;
  return (
    <p class="synthetic-note">
      {t('coverage.offTerrain', { count: outsideDem.length })}{' '}
      {outsideDem.slice(0, mostListed).map((index) => (
        <span key={index}>
          <PlaceLink kind="site" id={sites[index].id}>
            {sites[index].id}
          </PlaceLink>{' '}
        </span>
      ))}
      {outsideDem.length > mostListed && t('coverage.andMore', { count: outsideDem.length - mostListed })}
    </p>
  );
};

/** What must be known of a result before it is believed. */
export const RunWarnings = ({ shown }: { shown: ShownCoverage }) => {
  const { outsideModel, restarts, settings } = shown.result;
  return (
    <>
      <OffTerrain shown={shown} />
      <OutsideModel model={settings.model} violations={outsideModel} />
      {restarts > 0 && <p class="synthetic-note">{t('coverage.restarts', { count: restarts })}</p>}
    </>
  );
};

/** What the picture was computed with. */
export const RunAssumptions = ({ shown }: { shown: ShownCoverage }) => {
  const { settings, grid } = shown.result;
  return (
    <Disclosure title={t('coverage.assumed')}>
      <Facts>
        <Fact name={t('coverage.technology')}>{settings.technology}</Fact>
        <Fact name={t('coverage.model')}>{modelName(settings.model)}</Fact>
        <Fact name={t('coverage.locations')}>{formatShare(settings.locationPercent / 100, 0)}</Fact>
        <Fact name={t('coverage.receiverFact')}>
          {t('unit.m', { value: formatNumber(settings.receiverHeightM, 1) })}
        </Fact>
        <Fact name={t('coverage.radius')}>{t('unit.km', { value: formatNumber(settings.radiusKm) })}</Fact>
        <Fact name={t('coverage.clutterFact')}>
          {t(settings.clutter ? 'coverage.clutterYes' : 'coverage.clutterNo')}
        </Fact>
        <Fact name={t('coverage.cell')}>{t('coverage.cellValue', { cell: cellText(grid.zoom), zoom: grid.zoom })}</Fact>
      </Facts>
    </Disclosure>
  );
};

import { type Findings, type HamletStatus, statusesIn } from '../../findings/findings.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { PackManifest } from '../../model/pack.ts';
import { type Commune, isDistrictCode } from '../../model/place.ts';
import { isShared } from '../../model/site.ts';
import { asked } from '../app-state/asked.ts';
import { findingOf } from '../app-state/run.ts';
import { lookup } from '../app-state/study.ts';
import { communeTitle } from '../app-state/titles.ts';
import { showGaps } from '../app-state/view.ts';
import { Fact, Facts } from '../kit/facts.tsx';
import { ProvenanceNote } from '../kit/provenance-note.tsx';
import { StatusLabel } from '../kit/status-mark.tsx';
import { PlaceList } from './place-list.tsx';

interface CommuneCardProps {
  commune: Commune;
  findings: Findings | null;
  manifest: PackManifest;
}

export const CommuneCard = ({ commune, findings, manifest }: CommuneCardProps) => {
  const places = lookup.value!;
  const row = findings?.communes.find(({ code }) => code === commune.code);
  const sites = places.sitesOf(commune.code);
  const hamlets = places.hamletsOf(commune.code);
  const show = (statuses: readonly HamletStatus[]): void =>
    showGaps({
      district: isDistrictCode(commune.districtCode) ? commune.districtCode : null,
      commune: commune.code,
      statuses,
    });
  return (
    <>
      <h2>{communeTitle(commune)}</h2>
      <p class="quiet">{commune.districtName}</p>
      <Facts>
        <Fact name={`${t('selection.people')} (${t('selection.census')})`}>{formatNumber(commune.population)}</Fact>
        <Fact name={t('selection.households')}>{formatNumber(commune.households)}</Fact>
        <Fact name={t('selection.areaKm2')}>{t('unit.km2', { value: formatNumber(commune.areaKm2, 1) })}</Fact>
        <Fact name={t('selection.density')}>
          {t('selection.densityValue', { value: formatNumber(commune.population / commune.areaKm2) })}
        </Fact>
        <Fact name={t('selection.code')}>{commune.code}</Fact>
      </Facts>
      {row && (
        <section class="block">
          <h3>{t('selection.hamletsByStatus', asked.value)}</h3>
          <table class="table">
            <thead>
              <tr>
                <td />
                <th scope="col" class="number">
                  {t('common.hamlets')}
                </th>
                <th scope="col" class="number">
                  {t('common.people')}
                </th>
              </tr>
            </thead>
            <tbody>
              {findings &&
                statusesIn(findings).map((status) => (
                  <tr key={status} data-status={status}>
                    <th scope="row">
                      <StatusLabel status={status} />
                    </th>
                    <td class="number">
                      <button type="button" class="link" onClick={() => show([status])}>
                        {formatNumber(row.any.hamlets[status])}
                      </button>
                    </td>
                    <td class="number">{formatNumber(row.any.hamletPeople[status])}</td>
                  </tr>
                ))}
              <tr>
                <th scope="row">{t('selection.withoutFibre')}</th>
                <td class="number">{formatNumber(row.withoutFibre.hamlets)}</td>
                <td class="number">{formatNumber(row.withoutFibre.people)}</td>
              </tr>
            </tbody>
          </table>
        </section>
      )}
      <PlaceList
        title={`${t('selection.hamletsIn')} (${formatNumber(hamlets.length)})`}
        kind="hamlet"
        items={hamlets.map(({ id, name }) => ({ id, label: name, status: findingOf.value.get(id)?.status }))}
      />
      <PlaceList
        title={`${t('selection.sites')}: ${t('selection.sharedOf', {
          shared: formatNumber(sites.filter(isShared).length),
          sites: formatNumber(sites.length),
        })}`}
        kind="site"
        items={sites.map(({ id, tenants }) => ({
          id,
          label: `${id} · ${tenants.map(({ operator }) => places.operatorName(operator)).join(', ')}`,
        }))}
      />
      <ProvenanceNote manifest={manifest} layers={['communes', 'population', 'hamlets', 'sites']} />
    </>
  );
};

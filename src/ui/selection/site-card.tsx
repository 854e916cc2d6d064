import type { Findings } from '../../findings/findings.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { PackManifest } from '../../model/pack.ts';
import type { Site } from '../../model/site.ts';
import { ActionButton, pathAction } from '../actions/index.ts';
import { asked } from '../app-state/asked.ts';
import { lookup } from '../app-state/study.ts';
import { communeTitle } from '../app-state/titles.ts';
import { SiteCoverageBlock } from '../coverage/index.ts';
import { Fact, Facts } from '../kit/facts.tsx';
import { PlaceLink } from '../kit/place-link.tsx';
import { ProvenanceNote } from '../kit/provenance-note.tsx';
import { SiteForm } from './edit/site-form.tsx';
import { EntryOriginNote } from './entry-origin.tsx';
import { PlaceList } from './place-list.tsx';
import { Position } from './position.tsx';
import { SiteMerges } from './site-merges.tsx';
import { TenantDetails } from './tenant-details.tsx';

interface SiteCardProps {
  site: Site;
  findings: Findings | null;
  manifest: PackManifest;
}

export const SiteCard = ({ site, findings, manifest }: SiteCardProps) => {
  const places = lookup.value!;
  const commune = places.commune(site.communeCode)?.properties;
  const served = findings?.hamlets.filter((hamlet) =>
    hamlet.operators.some(({ siteId, status }) => siteId === site.id && status !== 'none'),
  );
  return (
    <>
      <h2>{site.id}</h2>
      {commune && (
        <p class="quiet">
          <PlaceLink kind="commune" id={commune.code}>
            {communeTitle(commune)}
          </PlaceLink>
          , {commune.districtName}
        </p>
      )}
      <p class="lead">{t('selection.tenancy', { count: site.tenants.length })}</p>
      <p class="card-actions">
        <ActionButton action={pathAction} withLabel />
      </p>
      <Facts>
        <Fact name={t('selection.structure')}>{t(`structure.${site.structure}`)}</Fact>
        <Fact name={t('selection.height')}>{t('unit.m', { value: formatNumber(site.heightM) })}</Fact>
        <Fact name={t('selection.owner')}>{places.operatorName(site.owner)}</Fact>
        <Fact name={t('selection.position')}>
          <Position at={site.position} uncertaintyM={site.positionUncertaintyM} />
        </Fact>
      </Facts>
      <EntryOriginNote entry={site} />
      <SiteCoverageBlock key={`coverage ${site.id}`} site={site} />
      <SiteForm key={site.id} site={site} />
      {findings && <SiteMerges siteId={site.id} sharing={findings.sharing} />}
      <section class="block">
        <h3>{t('selection.tenants')}</h3>
        {site.tenants.map((tenant) => (
          <TenantDetails key={tenant.operator} tenant={tenant} name={places.operatorName(tenant.operator)} />
        ))}
      </section>
      {served && (
        <PlaceList
          title={`${t('selection.servesHamlets', asked.value)} (${formatNumber(served.length)})`}
          kind="hamlet"
          items={served.map(({ id, name, communeName, status }) => ({ id, label: `${name}, ${communeName}`, status }))}
        />
      )}
      <ProvenanceNote manifest={manifest} layers={['sites']} />
    </>
  );
};

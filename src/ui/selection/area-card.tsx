import type { Findings } from '../../findings/findings.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { PackManifest } from '../../model/pack.ts';
import type { AreaOfInterest } from '../../model/place.ts';
import { asked } from '../app-state/asked.ts';
import { lookup } from '../app-state/study.ts';
import { areaTitle, communeTitle } from '../app-state/titles.ts';
import { Fact, Facts } from '../kit/facts.tsx';
import { ProvenanceNote } from '../kit/provenance-note.tsx';
import { PlaceList } from './place-list.tsx';

interface AreaCardProps {
  area: AreaOfInterest;
  findings: Findings | null;
  manifest: PackManifest;
}

/** An area of interest: its communes, and what they lack together. */
export const AreaCard = ({ area, findings, manifest }: AreaCardProps) => {
  const places = lookup.value!;
  const row = findings?.interests.find(({ code }) => code === area.id);
  const communes = area.communeCodes.flatMap((code) => places.commune(code)?.properties ?? []);
  const people = communes.reduce((sum, { population }) => sum + population, 0);
  return (
    <>
      <h2>{areaTitle(area)}</h2>
      <Facts>
        <Fact name={`${t('selection.people')} (${t('selection.census')})`}>{formatNumber(people)}</Fact>
        {row?.any.peopleUnserved !== undefined && row.any.peopleUnserved !== null && (
          <Fact name={t('selection.peopleUnserved', asked.value)}>{formatNumber(row.any.peopleUnserved)}</Fact>
        )}
      </Facts>
      <PlaceList
        title={`${t('selection.communesIn')} (${formatNumber(communes.length)})`}
        kind="commune"
        items={communes.map((commune) => ({ id: commune.code, label: communeTitle(commune) }))}
      />
      <ProvenanceNote manifest={manifest} layers={['areas', 'communes', 'population']} />
    </>
  );
};

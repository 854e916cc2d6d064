import { t } from '../../../i18n/language.ts';
import type { Difference } from '../../../study/difference.ts';
import { PagedList } from '../../kit/paged-list.tsx';
import { PlaceLink } from '../../kit/place-link.tsx';
import { comparedEntries } from './comparing.ts';

const pageSize = 15;
const kinds = { sites: 'site', hamlets: 'hamlet', communes: 'commune' } as const;
const isPlace = (layer: Difference['layer']): layer is keyof typeof kinds => layer in kinds;

const how = ({ a, b }: Difference): string => {
  if (a === null) return t('scenarios.onlyB');
  return t(b === null ? 'scenarios.onlyA' : 'scenarios.differs');
};

const Row = ({ difference }: { difference: Difference }) => {
  const { layer, id } = difference;
  return (
    <p class="difference">
      <span>
        {t(`scenarios.layer.${layer}`)}{' '}
        {isPlace(layer) ? (
          <PlaceLink kind={kinds[layer]} id={id}>
            {id}
          </PlaceLink>
        ) : (
          id
        )}
      </span>
      <span class="quiet">{how(difference)}</span>
    </p>
  );
};

/** Every entry that the two compared scenarios have differently. */
export const DifferenceList = () => {
  const differences = comparedEntries.value;
  return (
    <>
      <h3>{t('scenarios.differences', { count: differences.length })}</h3>
      <PagedList
        items={differences}
        pageSize={pageSize}
        label={t('scenarios.differences', { count: differences.length })}
        keyOf={({ layer, id }) => `${layer} ${id}`}
        render={(difference) => <Row difference={difference} />}
      />
    </>
  );
};

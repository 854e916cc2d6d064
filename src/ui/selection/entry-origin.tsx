import { t } from '../../i18n/language.ts';
import type { Traced } from '../../model/origin.ts';

/** Where this one entry comes from, in a layer that holds entries of sources beside made up ones. */
export const EntryOriginNote = ({ entry: { origin } }: { entry: Traced }) => {
  if (!origin) return null;
  return (
    <p class="quiet" data-origin={origin.synthetic ? 'synthetic' : 'source'}>
      {origin.synthetic ? t('selection.origin.madeUp') : t('selection.origin.of', { source: origin.source ?? '' })}
      {origin.assumed && origin.assumed.length > 0 && ` ${t('selection.origin.assumed')}`}
    </p>
  );
};

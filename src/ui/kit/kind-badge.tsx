import { t } from '../../i18n/language.ts';
import type { LayerKind } from '../../model/pack.ts';

/** What kind of source a layer has; its meaning shows on hover. */
export const KindBadge = ({ kind }: { kind: LayerKind }) => (
  <span class={`badge badge-${kind}`} title={t(`kind.meaning.${kind}`)}>
    {t(`kind.${kind}`)}
  </span>
);

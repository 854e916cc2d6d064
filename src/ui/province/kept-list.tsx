import { zipFiles } from '../../files/archive/zip-write.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { packTitle } from '../app-state/titles.ts';
import { saveFile } from '../kit/save-file.ts';
import { forgetKept, kept, openKept } from './building.ts';
import { filesOfKept, type KeptPack } from './kept-packs.ts';

const saveZip = async ({ id }: KeptPack): Promise<void> => {
  const entries = await filesOfKept(id);
  if (entries) saveFile(`${id}.zip`, zipFiles(new Map(entries.map(({ path, bytes }) => [path, bytes]))));
};

/** Packs that were made here and are kept in this browser. */
export const KeptList = () => {
  if (kept.value.length === 0) return null;
  return (
    <section>
      <h3>{t('province.kept.title')}</h3>
      <ul class="list">
        {kept.value.map((pack) => (
          <li key={pack.id} class="province-kept" data-kept={pack.id}>
            <span class="row-main">
              <span class="row-title">{packTitle(pack)}</span>
              <span class="row-sub">{t('province.plan.megabytes', { value: formatNumber(pack.bytes / 1e6, 1) })}</span>
            </span>
            <button type="button" class="button small" onClick={() => void openKept(pack)}>
              {t('province.kept.open')}
            </button>
            <button type="button" class="button small" onClick={() => void saveZip(pack)}>
              {t('province.kept.save')}
            </button>
            <button type="button" class="button small danger" onClick={() => void forgetKept(pack)}>
              {t('province.kept.forget')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

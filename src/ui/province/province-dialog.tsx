import '../../i18n/task-texts.ts';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Dialog } from '../kit/dialog.tsx';
import { BoxForm } from './box-form.tsx';
import { building, readKept } from './building.ts';
import { Failure } from './failure.tsx';
import { KeptList } from './kept-list.tsx';
import { Plan } from './plan.tsx';
import { ProvinceList } from './province-list.tsx';
import { followPlan, place } from './province-question.ts';
import { provincesShown } from './showing.ts';
import { SourceProgress } from './source-progress.tsx';

const kinds = ['province', 'box'] as const;

const close = (): void => {
  building.end();
  provincesShown.value = null;
};

/** Which area, what is asked of whom for it, and how far that is. */
export const ProvinceDialog = () => {
  const [kind, setKind] = useState<(typeof kinds)[number]>('province');
  const asked = provincesShown.value?.code;
  useEffect(() => {
    place.value = asked ? { kind: 'province', code: asked } : null;
    void readKept();
    return followPlan();
  }, [asked]);
  const isBuilding = building.state.value.kind === 'running';
  return (
    <Dialog title={t('province.title')} wide onClose={close}>
      {isBuilding ? (
        <SourceProgress />
      ) : (
        <>
          <Failure />
          <KeptList />
          {place.value === null && (
            <>
              <fieldset class="segments province-kinds" aria-label={t('province.area')}>
                {kinds.map((one) => (
                  <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
                    {t(`province.kind.${one}`)}
                  </button>
                ))}
              </fieldset>
              {kind === 'province' ? <ProvinceList /> : <BoxForm />}
            </>
          )}
          {place.value !== null && <Plan />}
        </>
      )}
    </Dialog>
  );
};

import { useMemo, useState } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { type Structure, structures } from '../../model/site.ts';
import { settingsOf } from '../../study/apply-scenario.ts';
import { operations } from '../../study/operations/index.ts';
import { goTo, hasMap } from '../app-state/go-to.ts';
import { tryTo } from '../app-state/perform.ts';
import { opened, study } from '../app-state/study.ts';
import { cardWanted } from '../app-state/view.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icon.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { leaveMast, mastAt, mastChoosing } from './adding.ts';
import { equipmentByOperator, newMast } from './new-mast.ts';

const startHeightM = 42;

/** Asks what a new mast is to be, and builds it as one change that can be undone. */
export const MastDialog = () => {
  const pack = opened.value?.pack;
  const technology = study.value ? settingsOf(study.value).service.technology : '4G';
  const equipment = useMemo(() => (pack ? equipmentByOperator(pack, technology) : null), [pack, technology]);
  const [structure, setStructure] = useState<Structure>('self-support');
  const [heightM, setHeight] = useState(startHeightM);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const at = mastAt.value;
  if (!pack || !equipment || !at) return null;
  const [lon, lat] = at;
  const able = [...equipment].flatMap(([operator, kit]) => (kit ? [operator] : []));
  const operators = chosen ?? new Set(able.slice(0, 1));
  const put = (position: readonly [number, number]): null => {
    mastAt.value = position;
    return null;
  };
  const build = (): void => {
    const wish = { position: at, structure, heightM, operators: able.filter((id) => operators.has(id)) };
    const site = newMast(pack, wish, equipment);
    const refusal = tryTo((of) => operations.addSite(of, { site }));
    setProblem(refusal);
    if (refusal !== null) return;
    leaveMast();
    goTo({ kind: 'site', id: site.id });
    cardWanted.value = true;
  };
  return (
    <Dialog title={t('masts.add')} onClose={leaveMast}>
      <form
        class="mast-form"
        onSubmit={(event) => {
          event.preventDefault();
          build();
        }}
      >
        <p class="quiet">{t('masts.hint')}</p>
        <div class="edit-grid">
          <NumberField
            label={t('study.edit.latitude')}
            name="latitude"
            value={lat}
            onChange={(value) => put([lon, value])}
          />
          <NumberField
            label={t('study.edit.longitude')}
            name="longitude"
            value={lon}
            onChange={(value) => put([value, lat])}
          />
          <NumberField
            label={t('study.edit.heightM')}
            name="heightM"
            value={heightM}
            onChange={(value) => {
              setHeight(value);
              return null;
            }}
          />
          <label class="field">
            <span>{t('study.edit.structure')}</span>
            <select
              name="structure"
              value={structure}
              onChange={(event) => setStructure(event.currentTarget.value as Structure)}
            >
              {structures.map((each) => (
                <option key={each} value={each}>
                  {t(`structure.${each}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <fieldset class="mast-operators">
          <legend>{t('masts.operators', { technology })}</legend>
          {pack.facts.operators.map(({ id, name }) => {
            const kit = equipment.get(id);
            return (
              <label key={id} class="check">
                <input
                  type="checkbox"
                  name={id}
                  checked={kit !== null && operators.has(id)}
                  disabled={!kit}
                  onChange={(event) => {
                    const next = new Set(operators);
                    if (event.currentTarget.checked) next.add(id);
                    else next.delete(id);
                    setChosen(next);
                  }}
                />
                <span>
                  {name}{' '}
                  <span class="quiet">
                    {kit
                      ? t('masts.equipment', {
                          band: kit.band,
                          bandwidth: formatNumber(kit.bandwidthMHz),
                          power: formatNumber(kit.powerDbm, 1),
                        })
                      : t('masts.noSpectrum', { technology })}
                  </span>
                </span>
              </label>
            );
          })}
        </fieldset>
        {problem && (
          <p class="field-error" role="alert">
            {problem}
          </p>
        )}
        <div class="mast-buttons">
          {hasMap.value && (
            <button
              type="button"
              class="button"
              onClick={() => {
                leaveMast();
                mastChoosing.value = true;
              }}
            >
              <Icon name="target" size={18} />
              {t('masts.onMap')}
            </button>
          )}
          <button type="submit" class="button primary" data-action="build-mast" disabled={operators.size === 0}>
            {t('masts.build')}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

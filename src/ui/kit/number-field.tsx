import { useId, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';

interface NumberFieldProps {
  label: string;
  name: string;
  value: number;
  step?: number | 'any';
  /** Takes the number; gives back why it can't be, or null. */
  onChange: (value: number) => string | null;
}

/** A number that counts when the field is left or Enter is pressed. A refused one stays, with the reason below. */
export const NumberField = ({ label, name, value, step = 'any', onChange }: NumberFieldProps) => {
  const [refused, setRefused] = useState<{ text: string; problem: string; of: number } | null>(null);
  const problemId = useId();
  // another value, as after undo, takes the place of what was refused
  const now = refused?.of === value ? refused : null;
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class="input"
        type="number"
        name={name}
        step={step}
        value={now?.text ?? value}
        aria-invalid={now !== null}
        aria-describedby={now ? problemId : undefined}
        onChange={(event) => {
          const { valueAsNumber, value: text } = event.currentTarget;
          if (valueAsNumber === value) return setRefused(null);
          const problem = Number.isNaN(valueAsNumber) ? t('study.edit.notNumber') : onChange(valueAsNumber);
          setRefused(problem === null ? null : { text, problem, of: value });
        }}
      />
      {now && (
        <span class="field-error" id={problemId} role="alert">
          {now.problem}
        </span>
      )}
    </label>
  );
};

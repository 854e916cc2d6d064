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
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class="input"
        type="number"
        name={name}
        step={step}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        onChange={(event) => {
          const { valueAsNumber } = event.currentTarget;
          if (valueAsNumber === value) setProblem(null);
          else setProblem(Number.isNaN(valueAsNumber) ? t('study.edit.notNumber') : onChange(valueAsNumber));
        }}
      />
      {problem !== null && (
        <span class="field-error" id={problemId} role="alert">
          {problem}
        </span>
      )}
    </label>
  );
};

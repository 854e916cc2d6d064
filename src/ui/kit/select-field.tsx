export interface Choice {
  value: string;
  label: string;
}

interface SelectFieldProps {
  label: string;
  /** Text of the choice that sets no limit. */
  none: string;
  value: string | null;
  choices: readonly Choice[];
  onChange: (value: string | null) => void;
}

export const SelectField = ({ label, none, value, choices, onChange }: SelectFieldProps) => (
  <label class="field">
    <span>{label}</span>
    <select value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
      <option value="">{none}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
);

import type { Signal } from '@preact/signals';

interface CheckFieldProps {
  name: string;
  label: string;
  on: Signal<boolean>;
}

/** A check box that shows and sets a signal. */
export const CheckField = ({ name, label, on }: CheckFieldProps) => (
  <label class="check">
    <input
      type="checkbox"
      name={name}
      checked={on.value}
      onChange={(event) => {
        on.value = event.currentTarget.checked;
      }}
    />
    {label}
  </label>
);

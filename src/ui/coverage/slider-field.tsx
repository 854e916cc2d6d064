import { useRef } from 'preact/hooks';
import { NumberField } from '../kit/number-field.tsx';

interface SliderFieldProps {
  label: string;
  name: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Takes a number; gives back why it can't be, or null. Numbers of one drag come with the same `gesture`. */
  onChange: (value: number, gesture: string) => string | null;
}

/** Key presses nearer together than this are one change. */
const pauseMs = 1000;

let gestures = 0;

/** A number by slider, which is followed while it moves, or by figure. */
export const SliderField = ({ label, name, value, min, max, step, onChange }: SliderFieldProps) => {
  const gesture = useRef({ id: '', isHeld: false, lastMs: Number.NEGATIVE_INFINITY });
  const begin = (): string => {
    gesture.current.id = `${name} ${Date.now()} ${++gestures}`;
    return gesture.current.id;
  };
  const gestureAt = (atMs: number): string => {
    const { id, isHeld, lastMs } = gesture.current;
    gesture.current.lastMs = atMs;
    return isHeld || atMs - lastMs <= pauseMs ? id : begin();
  };
  return (
    <div class="slider-field">
      <NumberField label={label} name={name} value={value} onChange={(next) => onChange(next, begin())} />
      <input
        type="range"
        name={name}
        aria-label={label}
        min={min}
        max={max}
        step={step}
        value={value}
        onPointerDown={() => {
          begin();
          gesture.current.isHeld = true;
        }}
        onInput={(event) => {
          const moved = event.currentTarget.valueAsNumber;
          if (moved !== value) onChange(moved, gestureAt(event.timeStamp));
        }}
        onChange={() => {
          if (gesture.current.isHeld) gesture.current.lastMs = Number.NEGATIVE_INFINITY;
          gesture.current.isHeld = false;
        }}
      />
    </div>
  );
};

import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Boundary } from './boundary.tsx';

/**
 * A part of the screen that is fetched when it is first shown, so that the map need not wait for it. Where it fails to
 * come that is a fault of the part, and it is asked for again when the part is tried again.
 */
export const later = <Props extends object>(ask: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let part: ComponentType<Props> | null = null;
  return (props) => {
    const [outcome, setOutcome] = useState<{ fault?: unknown } | null>(null);
    useEffect(() => {
      if (part) return;
      ask().then(
        (of) => {
          part = of;
          setOutcome({});
        },
        (fault) => setOutcome({ fault }),
      );
    }, []);
    if (outcome && 'fault' in outcome) throw outcome.fault;
    const Part = part;
    return Part && <Part {...props} />;
  };
};

/** A dialog or another part that is there while a signal says so, fetched when it is first shown, and not before. */
export const laterShown = (isShown: ReadonlySignal<unknown>, ask: () => Promise<ComponentType>): ComponentType => {
  const Part = later(ask);
  return () =>
    isShown.value ? (
      <Boundary>
        <Part />
      </Boundary>
    ) : null;
};

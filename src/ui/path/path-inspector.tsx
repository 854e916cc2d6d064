import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { showPositions } from '../app-state/go-to.ts';
import { Boundary } from '../kit/boundary.tsx';
import { followPath, mapPath, pathQuestion } from './path-question.ts';

/** The inspector, loaded when it is first opened. */
export const PathInspector = () => {
  const isOpen = pathQuestion.value !== null;
  const [Panel, setPanel] = useState<{ of: ComponentType } | null>(null);
  useEffect(followPath, []);
  useEffect(() => {
    if (isOpen && !Panel) void import('./path-panel.tsx').then(({ PathPanel }) => setPanel({ of: PathPanel }));
  }, [isOpen]);
  const ends = mapPath.value;
  const key = ends && [...ends.from, ...ends.to].join(' ');
  useEffect(() => {
    if (!ends || !Panel) return;
    // the map has its new size a frame later
    const frame = requestAnimationFrame(() => showPositions([ends.from, ends.to]));
    return () => cancelAnimationFrame(frame);
  }, [key, Panel]);
  if (!isOpen || !Panel) return null;
  return (
    <Boundary>
      <Panel.of />
    </Boundary>
  );
};

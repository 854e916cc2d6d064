import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Boundary } from '../parts/boundary.tsx';
import { followPath, pathQuestion } from '../state/path.ts';

/** The inspector, loaded when it is first opened. */
export const PathInspector = () => {
  const isOpen = pathQuestion.value !== null;
  const [Panel, setPanel] = useState<{ of: ComponentType } | null>(null);
  useEffect(followPath, []);
  useEffect(() => {
    if (isOpen && !Panel) void import('./path-panel.tsx').then(({ PathPanel }) => setPanel({ of: PathPanel }));
  }, [isOpen]);
  if (!isOpen || !Panel) return null;
  return (
    <Boundary>
      <Panel.of />
    </Boundary>
  );
};

import type { ComponentType } from 'preact';
import { Boundary } from '../kit/boundary.tsx';
import { provincesShown } from './showing.ts';

/** The dialog is fetched when it is first opened, and not before. */
export const whenShown =
  (Part: ComponentType): ComponentType =>
  () =>
    provincesShown.value && (
      <Boundary>
        <Part />
      </Boundary>
    );

/** Which long calculation is meant; the screen has a sentence for each. */
export type Phase =
  | 'reading'
  | 'service'
  | 'coverage'
  | 'sharing'
  | 'choosing'
  | 'frontier'
  | 'fibre'
  | 'resilience'
  | 'capacity'
  | 'where-next'
  | 'options'
  | 'rollout';

export interface Progress {
  phase: Phase;
  done: number;
  total: number;
}

export interface TaskOptions {
  /** Aborting ends the work within 100 ms and rejects with an AbortError. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

export const cancelled = (): DOMException => new DOMException('Cancelled', 'AbortError');

export const throwIfAborted = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw cancelled();
};

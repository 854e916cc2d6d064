/** Longest stretch of work between two turns of the page: short enough for a key to be answered at once. */
const stretchMs = 12;

/** Lets the page draw and answer. Timers of browsers wait 4 ms when nested; a message does not. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Runs a long calculation on the page's own thread in short stretches; `onProgress` gets what it gives between them. */
export const inSteps = async <Step, Result>(
  work: Generator<Step, Result>,
  onProgress: (step: Step) => void,
): Promise<Result> => {
  for (;;) {
    const until = performance.now() + stretchMs;
    let step = work.next();
    while (!step.done && performance.now() < until) step = work.next();
    if (step.done) return step.value;
    onProgress(step.value);
    await turn();
  }
};

import solver from 'highs/runtime?url';

/** Address of the solver's WebAssembly, which comes with the app. */
export const solverUrl = new URL(solver, document.baseURI).href;

import * as Comlink from 'comlink';
import { InputError, type Problem } from '../src/model/problem.ts';

/** Of an error only its message gets out of a worker; an InputError's problems go along here, on either side of it. */
const plain = Comlink.transferHandlers.get('throw') as Comlink.TransferHandler<{ value: unknown }, unknown>;

const withProblems: Comlink.TransferHandler<
  { value: unknown },
  { error: unknown; problems: readonly Problem[] | null }
> = {
  canHandle: plain.canHandle,
  serialize: (value) => {
    const [error, transferables] = plain.serialize(value);
    return [{ error, problems: value.value instanceof InputError ? value.value.problems : null }, transferables];
  },
  deserialize: ({ error, problems }) => {
    if (problems) throw new InputError(problems);
    return plain.deserialize(error);
  },
};

Comlink.transferHandlers.set('throw', withProblems);

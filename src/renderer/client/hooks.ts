import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ErrorCode } from '#contract/errors.ts';
import type { CallResult, Input, ProcedureName } from '#contract/index.ts';
import { call } from './call.ts';
import { reportFailure, toFailure } from './report.ts';

/** The key under which an answer is remembered. */
export function queryKeyOf<K extends ProcedureName>(name: K, input: Input<K>): readonly [K, Input<K>] {
  return [name, input];
}

/** The answer of a query, kept up to date by the program's events. `keep`: shows the last answer while the input changes. */
export function useQueryOf<K extends ProcedureName>(name: K, input: Input<K>, options: { enabled?: boolean; keep?: boolean } = {}) {
  return useQuery<CallResult<K>, Error, CallResult<K>, readonly [K, Input<K>]>({
    queryKey: queryKeyOf(name, input),
    queryFn: () => call(name, input),
    enabled: options.enabled,
    placeholderData: options.keep ? keepPreviousData : undefined,
  });
}

/** A command for buttons and forms. Failures are shown, except codes in `handles`, which the screen shows itself. */
export function useCommand<K extends ProcedureName>(name: K, options: { handles?: readonly ErrorCode[] } = {}) {
  return useMutation<CallResult<K>, Error, Input<K>>({
    mutationKey: [name],
    mutationFn: (input) => call(name, input),
    onError: (error) => {
      if (!options.handles?.includes(toFailure(error).code)) reportFailure(error);
    },
  });
}

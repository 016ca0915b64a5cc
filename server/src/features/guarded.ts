import { ResponseError, type RemoteConsole } from 'vscode-languageserver';

/**
 * A request handler that never throws: a fault is logged with its stack, and the client gets the empty answer, so that
 * one faulty feature does not take the others down.
 */
export function guarded<A extends unknown[], R>(
  log: RemoteConsole,
  what: string,
  empty: R,
  handler: (...args: A) => R | Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await handler(...args);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log.error(`${what} failed: ${describeError(error)}`);
      return empty;
    }
  };
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

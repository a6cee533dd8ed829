import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

export interface MarkedMethod<M> {
  readonly mark: M;
  /** The method, bound to its provider. */
  readonly call: (...args: never[]) => Promise<unknown>;
  /** `Class.method`, for error messages. */
  readonly name: string;
}

/** Finds the provider methods that a decorator has marked, e.g. `@OnEvent` or `@OnTimer`. */
export function markedMethods<M>(
  mark: symbol,
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  reflector: Reflector,
): MarkedMethod<M>[] {
  return discovery.getProviders().flatMap(({ instance }) => {
    if (typeof instance !== 'object' || instance === null) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: never[]) => Promise<unknown>>;
    return scanner.getAllMethodNames(prototype).flatMap((key) => {
      const method = prototype[key];
      const found = method && (reflector.get<M | undefined>(mark as never, method) ?? undefined);
      return found && method
        ? [{ mark: found, call: method.bind(instance), name: `${instance.constructor.name}.${key}` }]
        : [];
    });
  });
}

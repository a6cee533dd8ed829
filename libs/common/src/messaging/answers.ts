import { SetMetadata } from '@nestjs/common';
import type { RequestDefinition } from './definitions.js';

export const ANSWERS = Symbol('answers');

/** Marks the method that answers a request of other services. A DomainError it throws reaches the asker as such. */
export function Answers<Q extends object, A extends object>(request: RequestDefinition<Q, A>) {
  return <M extends (question: Q) => Promise<A>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    SetMetadata(ANSWERS, request)(target, key, descriptor);
  };
}

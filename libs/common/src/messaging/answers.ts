import { SetMetadata } from '@nestjs/common';
import type { RequestDefinition } from './definitions.js';

export const ANSWERS = Symbol('answers');

/** Marks the method that answers a request of other services. A DomainError it throws reaches the asker as such. */
export function Answers<Q extends object, A extends object>(request: RequestDefinition<Q, A>) {
  return (
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<(question: Q) => Promise<A>>,
  ): void => {
    SetMetadata(ANSWERS, request)(target, key, descriptor);
  };
}

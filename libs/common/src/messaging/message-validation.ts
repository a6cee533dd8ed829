import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { PayloadClass } from './definitions.js';

/** A message whose content does not fit its definition. */
export class MalformedMessage extends Error {
  constructor(
    readonly subject: string,
    readonly faults: string[],
  ) {
    super(`${subject}: ${faults.join('; ')}`);
    this.name = 'MalformedMessage';
  }
}

/**
 * Checks a message at its receiver.
 * @throws MalformedMessage naming each fault; never the value, which may be a citizen's
 */
export function readMessage<P extends object>(subject: string, as: PayloadClass<P>, content: unknown): P {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new MalformedMessage(subject, ['not a JSON object']);
  }
  const message = plainToInstance(as, content);
  const errors = validateSync(message, {
    whitelist: true,
    forbidNonWhitelisted: Object.keys(content).length > 0,
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0)
    throw new MalformedMessage(
      subject,
      errors.flatMap((error) => faultsOf(error, '')),
    );
  return message;
}

function faultsOf(error: ValidationError, parent: string): string[] {
  const path = `${parent}/${error.property}`;
  return [
    ...Object.keys(error.constraints ?? {}).map((rule) => `${path} ${rule}`),
    ...(error.children ?? []).flatMap((child) => faultsOf(child, path)),
  ];
}

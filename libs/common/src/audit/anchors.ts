import { SERVICES, type ServiceName } from '../messaging/definitions.js';
import type { Anchor } from './verify.js';

/** The head of a service's chain as it was noted outside of the database. */
export interface NotedHead extends Anchor {
  readonly service: ServiceName;
}

/** One line of the file of heads: JSON, so that it can be mailed, printed or kept by others. */
export function anchorLine({ service, sealNo, head }: NotedHead, at: Date): string {
  return `${JSON.stringify({ service, sealNo: String(sealNo), head, notedAt: at.toISOString() })}\n`;
}

/**
 * Reads a file of heads.
 * @throws Error naming the line that is none
 */
export function anchorsFrom(text: string): NotedHead[] {
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [headIn(line, i + 1)]));
}

function headIn(line: string, number: number): NotedHead {
  const noted = parsed(line);
  if (typeof noted === 'object' && noted !== null && 'service' in noted && 'sealNo' in noted && 'head' in noted) {
    const service = SERVICES.find((one) => one === noted.service);
    const { sealNo, head } = noted;
    if (service !== undefined && /^\d{1,18}$/.test(String(sealNo)) && /^[0-9a-f]{64}$/.test(String(head))) {
      return { service, sealNo: BigInt(String(sealNo)), head: String(head) };
    }
  }
  throw new Error(`Line ${number} of the file of heads cannot be read`);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

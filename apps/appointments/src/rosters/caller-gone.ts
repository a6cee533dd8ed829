import type { FastifyReply } from 'fastify';

/** Aborted when the caller hangs up before the answer is sent: what takes long is not gone on with for nobody. */
export function callerGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

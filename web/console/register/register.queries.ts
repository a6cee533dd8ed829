import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { sessionStore } from '@shared/http/session-store.js';
import { call } from '../api/request.js';
import type { RegisterTicketDto, RegisteredTicketDto } from '../api/types.js';
import { ticketKeys } from '../tickets/ticket.queries.js';

const key = new IdempotencyKey('console.register', sessionStore());

/** Registers a request once, however often it is sent: the key stays with the content until an answer has come. */
export function useRegistration() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RegisterTicketDto) =>
      call<RegisteredTicketDto>('POST', '/api/hotline/tickets', { body, key: key.for(body) }),
    onSuccess: async () => {
      key.done();
      await client.invalidateQueries({ queryKey: ticketKeys.lists });
    },
  });
}

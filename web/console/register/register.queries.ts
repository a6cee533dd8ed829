import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { sessionStore } from '@shared/http/session-store.js';
import { under } from '../api/client.js';
import { registrationRegister, type RegisterTicketDto } from '@shared/api/generated/hotline.js';
import { ticketKeys } from '../tickets/ticket.queries.js';

const key = new IdempotencyKey('console.register', sessionStore());

/** Registers a request once, however often it is sent: the key stays with the content until an answer has come. */
export function useRegistration() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RegisterTicketDto) => registrationRegister(body, under({ key: key.for(body) })),
    onSuccess: async () => {
      key.done();
      await client.invalidateQueries({ queryKey: ticketKeys.lists });
    },
  });
}

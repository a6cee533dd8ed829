import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  contactRequestAgree,
  contactRequestArrange,
  contactRequestContacted,
  contactRequestList,
  contactRequestReveal,
  contactRequestServe,
  contactRequestWithdraw,
  type AgreeTimeDto,
  type ContactRequestRow,
  type ContactRequestState,
} from '@shared/api/generated/appointments.js';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { under } from '../api/client.js';
import { itemKeys, useFollowedList } from '../api/lists.js';
import { readAgain, tellsOfGap, thenRead } from '../controls/read-again.js';

const PAGE = 50;

const contactKeys = itemKeys<{ state?: ContactRequestState }>('contact-requests');

/** Who is to be contacted, the most urgent first; read again when somebody has changed one. */
export function useContactList(state?: ContactRequestState) {
  const client = useQueryClient();
  useLiveStream('/api/appointments/stream', (event) => {
    if (event.type === 'contact-request' || tellsOfGap(event)) readAgain(client, contactKeys.lists);
  });
  return useFollowedList(contactKeys.list({ state }), (page, options) =>
    contactRequestList({ ...(state === undefined ? {} : { state }), ...page, limit: PAGE }, options),
  );
}

/** The steps of one request, each on the version the person saw. */
export function useContactActs({ id, version }: ContactRequestRow) {
  const client = useQueryClient();
  const options = under({ version });
  const then = <T>(done: Promise<T>) => thenRead(client, done, [contactKeys.lists]);
  return {
    contacted: () => then(contactRequestContacted(id, options)),
    agree: (body: AgreeTimeDto) => then(contactRequestAgree(id, body, options)),
    arrange: (officerId: string) => then(contactRequestArrange(id, { officerId }, options)),
    serve: () => then(contactRequestServe(id, options)),
    withdraw: (reason: string) => then(contactRequestWithdraw(id, { reason }, options)),
  };
}

/** Opens name and number; the answer stays in this one place and is kept in no cache. */
export function useRequesterReveal(id: string) {
  return useMutation({ mutationFn: (reason: string) => contactRequestReveal(id, { reason }) });
}

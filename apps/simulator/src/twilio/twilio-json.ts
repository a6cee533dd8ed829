import { segments, type Message } from '../phones/domain/message.js';

/** A message in the JSON of Twilio's REST, dates in RFC 2822. */
export function messageJson(message: Message, accountSid: string): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: null,
    from: message.from,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: String(segments(message.body)),
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json`, feedback: `${uri}/Feedback.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

/** One page of a list in the JSON of Twilio's REST. */
export function pageJson(
  messages: readonly Message[],
  { accountSid, page, pageSize, query }: { accountSid: string; page: number; pageSize: number; query: URLSearchParams },
): Record<string, unknown> {
  const start = page * pageSize;
  const shown = messages.slice(start, start + pageSize);
  const uriOf = (n: number): string => {
    const params = new URLSearchParams(query);
    params.set('PageSize', String(pageSize));
    params.set('Page', String(n));
    return `/2010-04-01/Accounts/${accountSid}/Messages.json?${params.toString()}`;
  };
  return {
    messages: shown.map((message) => messageJson(message, accountSid)),
    page,
    page_size: pageSize,
    start,
    end: Math.max(start, start + shown.length - 1),
    uri: uriOf(page),
    first_page_uri: uriOf(0),
    previous_page_uri: page > 0 ? uriOf(page - 1) : null,
    next_page_uri: messages.length > start + pageSize ? uriOf(page + 1) : null,
  };
}

/** `Mon, 23 Nov 2026 01:00:00 +0000` */
function rfc2822(iso: string): string {
  return new Date(iso).toUTCString().replace('GMT', '+0000');
}

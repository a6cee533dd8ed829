import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@app/common/testing/eventually.js';
import { LiveStream, OPENED } from './live-stream.js';

const TICKET = 'id: 7\nevent: ticket\ndata: {}\n\n';
const CASE = 'id: 8\nevent: case\ndata: {}\n\n';

/** A service whose answers begin with these texts, one a connection; each lasts until the page ends it. */
function service(...texts: string[]): { asked: Headers[] } {
  const asked: Headers[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
    asked.push(new Headers(init?.headers));
    const text = texts.shift() ?? '';
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        init?.signal?.addEventListener('abort', () => controller.error(new Error('ended by the page')));
      },
    });
    return Promise.resolve(new Response(body));
  });
  return { asked };
}

describe('an event stream', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('says once that the line stands for the first time, before all events; with an id of its own it misses nothing', async () => {
    const { asked } = service(TICKET, CASE);
    const stream = new LiveStream('/api/hotline/stream');
    const heard: string[] = [];
    const seen: string[] = [];
    const follower = { event: ({ type }: { type: string }) => void heard.push(type) };
    const leave = stream.follow({ ...follower, state: (state) => void seen.push(state) });
    await eventually(() => expect(heard).toEqual([OPENED, 'ticket']));
    leave();

    const leaveAgain = stream.follow(follower);
    await eventually(() => expect(heard).toEqual([OPENED, 'ticket', 'case']));
    leaveAgain();
    expect(asked.map((headers) => headers.get('last-event-id'))).toEqual([null, '7']);
    expect(seen).toEqual(['lost', 'open']);
  });
});

import { useEffect, useRef, useState } from 'react';
import { liveStream, type StreamState } from './live-stream.js';
import type { StreamEvent } from './sse-parser.js';

/**
 * Follows a service's event stream while the component is on the page.
 * @param url `/api/hotline/stream`
 * @param onEvent called for every event, and for the first opening of the line (see OPENED); may change between renders
 * @returns whether the line is open; while `lost`, say so and read again once it is `open`
 */
export function useLiveStream(url: string, onEvent: (event: StreamEvent) => void): StreamState {
  const [state, setState] = useState<StreamState>('lost');
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => liveStream(url).follow({ event: (event) => latest.current(event), state: setState }), [url]);
  return state;
}

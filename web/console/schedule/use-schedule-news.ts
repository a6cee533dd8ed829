import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { jsonOf } from '../controls/event-data.js';

/**
 * Reads again what a screen shows of a site when another planner has changed its open hours, absences or rosters.
 * @param keys of what the screen shows
 */
export function useScheduleNews(siteId: string, keys: readonly QueryKey[]): void {
  const client = useQueryClient();
  const readAgain = () => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  };
  const line = useLiveStream('/api/appointments/stream', (event) => {
    const concerns = event.type === 'schedule' && jsonOf<{ siteId: string }>(event.data)?.siteId === siteId;
    // `reset`: the line was broken too long to say what has changed since.
    if (concerns || event.type === 'reset') readAgain();
  });
  const latest = useRef(readAgain);
  useEffect(() => {
    latest.current = readAgain;
  });
  // What was changed after the screen was read and before the line stood, nobody has told.
  useEffect(() => {
    if (line === 'open') latest.current();
  }, [line, siteId]);
}

import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { jsonOf } from '../controls/event-data.js';
import { readAgain, tellsOfGap } from '../controls/read-again.js';

/**
 * Reads again what a screen shows of a site when another planner has changed its open hours, absences or rosters.
 * @param keys of what the screen shows
 */
export function useScheduleNews(siteId: string, keys: readonly QueryKey[]): void {
  const client = useQueryClient();
  const readAll = () => {
    for (const queryKey of keys) readAgain(client, queryKey);
  };
  const line = useLiveStream('/api/appointments/stream', (event) => {
    const concerns = event.type === 'schedule' && jsonOf<{ siteId: string }>(event.data)?.siteId === siteId;
    if (concerns || tellsOfGap(event)) readAll();
  });
  const latest = useRef(readAll);
  useEffect(() => {
    latest.current = readAll;
  });
  // What was changed after the screen was read and before the line stood, nobody has told.
  useEffect(() => {
    if (line === 'open') latest.current();
  }, [line, siteId]);
}

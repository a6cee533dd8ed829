import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  deskCall,
  deskCheckIn,
  deskMiss,
  deskRead,
  deskVisited,
  deskWalkIn,
  visitFinish,
  visitLeave,
  visitRecall,
  visitServe,
  type DeskDayDto,
} from '@shared/api/generated/appointments.js';
import { randomKey } from '@shared/http/idempotency-key.js';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { under } from '../api/client.js';
import { jsonOf } from '../controls/event-data.js';
import { readAgain, tellsOfGap, thenRead } from '../controls/read-again.js';

const STREAM = '/api/appointments/stream';
/** Who is late changes without anybody doing anything. */
const READ_AGAIN_MS = 60_000;

const dayKey = (siteId: string) => ['desk', siteId] as const;

/** Today at a site: bookings, queue and windows; read again whenever somebody changes something. */
export function useDeskDay(siteId: string) {
  const client = useQueryClient();
  useLiveStream(STREAM, (event) => {
    const concerns = event.type === 'desk' && jsonOf<{ siteId: string }>(event.data)?.siteId === siteId;
    if (concerns || tellsOfGap(event)) readAgain(client, dayKey(siteId));
  });
  return useQuery({
    queryKey: dayKey(siteId),
    queryFn: () => deskRead(siteId),
    refetchInterval: READ_AGAIN_MS,
    // Nobody follows a day that is not on the screen: it is read again whenever it comes back.
    staleTime: 0,
  });
}

/** What a clerk does at the desk; after each the day is read again. */
export function useDeskActs(siteId: string) {
  const client = useQueryClient();
  const then = <T>(done: Promise<T>) => thenRead(client, done, [dayKey(siteId)]);
  const once = () => under({ key: randomKey() });
  return {
    checkIn: (code: string) => then(deskCheckIn({ siteId, code }, once())),
    walkIn: (itemCode: string, green: boolean) => then(deskWalkIn({ siteId, itemCode, green }, once())),
    call: (windowId: string) => then(deskCall({ siteId, windowId }, once())),
    recall: (visitId: string) => then(visitRecall(visitId)),
    serve: (visitId: string) => then(visitServe(visitId)),
    finish: (visitId: string) => then(visitFinish(visitId)),
    leave: (visitId: string) => then(visitLeave(visitId)),
    miss: (code: string) => then(deskMiss(code)),
    visited: (code: string) => then(deskVisited(code)),
  };
}

export type DeskActs = ReturnType<typeof useDeskActs>;
export type DeskBooking = DeskDayDto['bookings'][number];
export type DeskVisit = DeskDayDto['visits'][number];
export type DeskWindow = DeskDayDto['windows'][number];

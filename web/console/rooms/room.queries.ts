import { useQuery } from '@tanstack/react-query';
import { roomBookings, roomList } from '@shared/api/generated/appointments.js';
import { useFollowedList } from '../api/lists.js';

const PAGE = 100;

/** Interview rooms by site and name. */
export function useRooms() {
  return useFollowedList(['rooms'], (page, options) => roomList({ ...page, limit: PAGE }, options));
}

/** When a room is taken between two instants, the earliest first. */
export function useRoomBookings(id: string, from: string, to: string) {
  return useQuery({
    queryKey: ['room-bookings', id, from, to],
    queryFn: () => roomBookings(id, from, to, { limit: PAGE }),
  });
}

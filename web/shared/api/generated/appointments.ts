/**
 * sunline appointments
 * 0.1
 * DO NOT MODIFY - This file has been generated using oazapfts.
 * See https://www.npmjs.com/package/oazapfts
 */
import * as Oazapfts from "@oazapfts/runtime";
import * as QS from "@oazapfts/runtime/query";
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
    headers: {},
    baseUrl: "/"
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {};
export type RoomRow = {
    address: string;
    id: string;
    nameEn: string;
    nameZh: string;
    seats: number;
    siteId: string;
    siteNameEn: string;
    siteNameZh: string;
    /** The unit whose room it is. */
    unitId: string;
};
export type RoomPage = {
    items: RoomRow[];
    next: string | null;
};
export type RoomBookingRow = {
    endAt: string;
    id: string;
    startAt: string;
    state: "confirmed" | "held";
};
export type RoomBookingPage = {
    items: RoomBookingRow[];
    next: string | null;
};
/**
 * Interview rooms by site and name.
 */
export function roomList({ after, limit, unitId }: {
    after?: string;
    limit?: number;
    unitId?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RoomPage;
    }>(`/api/appointments/rooms${QS.query(QS.explode({
        after,
        limit,
        unitId
    }))}`, {
        ...opts
    }));
}
/**
 * When a room is taken, the earliest first.
 */
export function roomBookings(id: string, $from: string, to: string, { after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RoomBookingPage;
    }>(`/api/appointments/rooms/${encodeURIComponent(id)}/bookings${QS.query(QS.explode({
        after,
        limit,
        "from": $from,
        to
    }))}`, {
        ...opts
    }));
}

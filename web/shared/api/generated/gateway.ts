/**
 * sunline gateway
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
export type StaffMemberDto = {
    active: boolean;
    displayName: string;
    id: string;
    /** The name they sign in with. */
    name: string;
    roles: ("admin" | "handler" | "inspector" | "leader" | "operator" | "supervisor" | "unit_head" | "volunteer")[];
    unitId: string;
};
export type StaffPageDto = {
    items: StaffMemberDto[];
    /** Cursor of the next page, null on the last. */
    next: string | null;
};
export type UnitDto = {
    address: string;
    code: string;
    id: string;
    kind: "commission" | "hotline" | "leadership" | "unit";
    nameEn: string;
    nameZh: string;
    phone: string;
};
export type UnitListDto = {
    items: UnitDto[];
};
export type SessionDto = {
    displayName: string;
    id: string;
    /** The name they sign in with. */
    name: string;
    /** The suite's time now, which every limit is counted by: a demo lives in another week. */
    now: string;
    roles: ("admin" | "handler" | "inspector" | "leader" | "operator" | "supervisor" | "unit_head" | "volunteer")[];
    unitId: string;
    unitNameEn: string;
    unitNameZh: string;
};
export type SignInDto = {
    name: string;
    password: string;
};
/**
 * Who may sign in, and as what.
 */
export function directoryStaff({ after, limit }: {
    after?: string;
    limit?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: StaffPageDto;
    }>(`/api/directory/staff${QS.query(QS.explode({
        after,
        limit
    }))}`, {
        ...opts
    }));
}
/**
 * The county's units with address and phone.
 */
export function directoryUnits(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: UnitListDto;
    }>("/api/directory/units", {
        ...opts
    }));
}
/**
 * Signs out: the session is over at once, everywhere within seconds.
 */
export function sessionSignOut(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/session", {
        ...opts,
        method: "DELETE"
    }));
}
/**
 * Who is signed in.
 */
export function sessionWho(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: SessionDto;
    }>("/api/session", {
        ...opts
    }));
}
/**
 * Signs in with name and password; the session travels in a cookie.
 */
export function sessionSignIn(signInDto: SignInDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: SessionDto;
    }>("/api/session", oazapfts.json({
        ...opts,
        method: "POST",
        body: signInDto
    })));
}

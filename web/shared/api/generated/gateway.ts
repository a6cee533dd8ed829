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
    /** To be sent back as If-Match with a change. */
    version: number;
};
export type StaffPageDto = {
    items: StaffMemberDto[];
    /** Cursor of the next page, null on the last. */
    next: string | null;
};
export type NewStaffDto = {
    displayName: string;
    /** The name they sign in with. */
    name: string;
    roles: ("admin" | "handler" | "inspector" | "leader" | "operator" | "supervisor" | "unit_head" | "volunteer")[];
    unitId: string;
};
export type StaffWithPasswordDto = {
    /** Shown this once: null when the same request is sent again. To be exchanged at the first sign-in. */
    oneTimePassword: string | null;
    staff: StaffMemberDto;
    validUntil: string | null;
};
export type StaffAccountDto = {
    active: boolean;
    displayName: string;
    id: string;
    /** Until when too many wrong passwords keep the owner out; null when they do not. */
    lockedUntil: string | null;
    /** The name they sign in with. */
    name: string;
    /** Until when the one-time password that was given out may be exchanged; null when the owner has a password. */
    oneTimeUntil: string | null;
    roles: ("admin" | "handler" | "inspector" | "leader" | "operator" | "supervisor" | "unit_head" | "volunteer")[];
    unitId: string;
    /** To be sent back as If-Match with a change. */
    version: number;
};
export type StaffFactsDto = {
    displayName: string;
    roles: ("admin" | "handler" | "inspector" | "leader" | "operator" | "supervisor" | "unit_head" | "volunteer")[];
    unitId: string;
};
export type UnitDto = {
    /** Out of use, it keeps its name and gets nothing new. */
    active: boolean;
    address: string;
    code: string;
    id: string;
    kind: "commission" | "hotline" | "leadership" | "unit";
    nameEn: string;
    nameZh: string;
    phone: string;
    /** To be sent back as If-Match with a change. */
    version: number;
};
export type UnitListDto = {
    items: UnitDto[];
};
export type NewUnitDto = {
    address: string;
    code: string;
    kind: "commission" | "hotline" | "leadership" | "unit";
    nameEn: string;
    nameZh: string;
    phone: string;
};
export type UnitFactsDto = {
    address: string;
    nameEn: string;
    nameZh: string;
    phone: string;
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
    /** One's own password from now on. Needed with a one-time password; given with one's own, it is exchanged. */
    newPassword?: string;
    password: string;
};
/**
 * Who may sign in, and as what.
 */
export function directoryStaff({ after, limit, q, unitId, role, standing }: {
    after?: string;
    limit?: number;
    q?: string;
    unitId?: string;
    role?: "admin" | "handler" | "inspector" | "leader" | "operator" | "supervisor" | "unit_head" | "volunteer";
    standing?: "active" | "inactive";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: StaffPageDto;
    }>(`/api/directory/staff${QS.query(QS.explode({
        after,
        limit,
        q,
        unitId,
        role,
        standing
    }))}`, {
        ...opts
    }));
}
/**
 * Makes an account with a one-time password.
 */
export function directoryAdminAddStaff(newStaffDto: NewStaffDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: StaffWithPasswordDto;
    }>("/api/directory/staff", oazapfts.json({
        ...opts,
        method: "POST",
        body: newStaffDto
    })));
}
/**
 * One account: what its owner may do, and whether they can come in.
 */
export function directoryAccount(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: StaffAccountDto;
    }>(`/api/directory/staff/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
/**
 * What somebody is called, may do and belongs to; with other roles or another unit they have to sign in anew.
 */
export function directoryAdminChangeStaff(id: string, staffFactsDto: StaffFactsDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: StaffMemberDto;
    }>(`/api/directory/staff/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: staffFactsDto
    })));
}
/**
 * The account's sessions end, and nobody signs in with it any more.
 */
export function directoryAdminDeactivateStaff(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: StaffMemberDto;
    }>(`/api/directory/staff/${encodeURIComponent(id)}/deactivate`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * A new one-time password; the account's sessions and its lock-out end.
 */
export function directoryAdminResetPassword(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: StaffWithPasswordDto;
    }>(`/api/directory/staff/${encodeURIComponent(id)}/password-reset`, {
        ...opts,
        method: "POST"
    }));
}
export function directoryAdminReactivateStaff(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: StaffMemberDto;
    }>(`/api/directory/staff/${encodeURIComponent(id)}/reactivate`, {
        ...opts,
        method: "POST"
    }));
}
/**
 * Lets somebody try again whom too many wrong passwords keep out.
 */
export function directoryAdminUnlockStaff(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: StaffAccountDto;
    }>(`/api/directory/staff/${encodeURIComponent(id)}/unlock`, {
        ...opts,
        method: "POST"
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
export function directoryAdminAddUnit(newUnitDto: NewUnitDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: UnitDto;
    }>("/api/directory/units", oazapfts.json({
        ...opts,
        method: "POST",
        body: newUnitDto
    })));
}
/**
 * What the unit is called and where it is; its code and kind stay.
 */
export function directoryAdminChangeUnit(id: string, unitFactsDto: UnitFactsDto, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: UnitDto;
    }>(`/api/directory/units/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PUT",
        body: unitFactsDto
    })));
}
/**
 * Nothing is dispatched to the unit any more.
 */
export function directoryAdminDeactivateUnit(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: UnitDto;
    }>(`/api/directory/units/${encodeURIComponent(id)}/deactivate`, {
        ...opts,
        method: "POST"
    }));
}
export function directoryAdminReactivateUnit(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: UnitDto;
    }>(`/api/directory/units/${encodeURIComponent(id)}/reactivate`, {
        ...opts,
        method: "POST"
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
 * Signs in with name and password, and chooses another password where one is given; the session travels in a cookie.
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

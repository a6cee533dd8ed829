import { useInfiniteQuery, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { Role } from '@app/common/auth/actor.js';
import {
  itemAdminChange,
  itemAdminCreate,
  itemAdminIssueMaterials,
  itemAdminList,
  itemAdminOffer,
  itemAdminRead,
  officerSeat,
  officerSeats,
  postChange,
  postCreate,
  siteAdminChange,
  siteAdminCreate,
  siteAdminList,
  volunteerChange,
  volunteerContactChange,
  volunteerContactRead,
  volunteerCreate,
  volunteerList,
  windowChange,
  windowChangeItems,
  windowCreate,
  type CatalogueItemDto,
  type ItemBody,
  type ItemSiteBody,
  type MaterialBody,
  type NewItemBody,
  type NewPostBody,
  type NewWindowBody,
  type PostBody,
  type PostSeats,
  type PostSeatsBody,
  type SiteBody,
  type VolunteerBody,
  type VolunteerContactBody,
  type WindowBody,
  type WindowRow,
} from '@shared/api/generated/appointments.js';
import { directoryAccount, directoryStaff } from '@shared/api/generated/gateway.js';
import { randomKey } from '@shared/http/idempotency-key.js';
import { under } from '../api/client.js';
import { after, BY_CURSOR } from '../api/lists.js';
import { thenRead } from '../controls/read-again.js';
import { windowsKey } from '../schedule/schedule.queries.js';

const PAGE = 100;
const MOST_ACCOUNTS = 10;

const ITEMS = ['catalogue', 'items'] as const;
const SITES = ['catalogue', 'sites'] as const;
const VOLUNTEERS = ['catalogue', 'volunteers'] as const;
const contactKey = (volunteerId: string) => ['catalogue', 'volunteer-contact', volunteerId] as const;
const itemKey = (code: string) => ['catalogue', 'item', code] as const;
const seatsKey = (siteId: string) => ['catalogue', 'seats', siteId] as const;

/** All items, in use or not. */
export function useItems() {
  return useInfiniteQuery({
    ...BY_CURSOR,
    queryKey: ITEMS,
    queryFn: ({ pageParam }) => itemAdminList({ ...after(pageParam), limit: PAGE }),
  });
}

export function useItem(code: string) {
  return useQuery({ queryKey: itemKey(code), queryFn: () => itemAdminRead(code) });
}

/** All sites, in use or not. */
export function useCatalogueSites() {
  return useInfiniteQuery({
    ...BY_CURSOR,
    queryKey: SITES,
    queryFn: ({ pageParam }) => siteAdminList({ ...after(pageParam), limit: PAGE }),
  });
}

export function useVolunteers() {
  return useInfiniteQuery({
    ...BY_CURSOR,
    queryKey: VOLUNTEERS,
    queryFn: ({ pageParam }) => volunteerList({ ...after(pageParam), limit: PAGE }),
  });
}

/** Where a volunteer is told of talks; the phone masked. */
export function useVolunteerContact(volunteerId: string) {
  return useQuery({ queryKey: contactKey(volunteerId), queryFn: () => volunteerContactRead(volunteerId) });
}

/**
 * Accounts in use whose name or sign-in name holds some words; a few, as more words find one.
 * @param role which they have; any where left out
 */
export function useAccountsFound(words: string, role?: Role) {
  return useQuery({
    queryKey: ['catalogue', 'accounts', 'found', words, role],
    queryFn: () =>
      directoryStaff({ q: words, standing: 'active', limit: MOST_ACCOUNTS, ...(role === undefined ? {} : { role }) }),
    enabled: words !== '',
  });
}

export function useLinkedAccount(id: string | null) {
  return useQuery({
    queryKey: ['catalogue', 'accounts', 'one', id],
    queryFn: () => directoryAccount(id ?? ''),
    enabled: id !== null,
  });
}

/** The posts of a site with their A and B person. */
export function usePosts(siteId: string) {
  return useQuery({
    queryKey: seatsKey(siteId),
    queryFn: () => officerSeats(siteId),
    select: (list) => list.items,
  });
}

/** What an administrator changes; after each, also after a refusal, what was changed is read again. */
export function useCatalogueActs() {
  const client = useQueryClient();
  const then = <T>(done: Promise<T>, ...keys: readonly QueryKey[]) => thenRead(client, done, keys);
  const once = () => under({ key: randomKey() });
  const ofItem = ({ code }: CatalogueItemDto) => [itemKey(code), ITEMS];
  return {
    createItem: (body: NewItemBody) => then(itemAdminCreate(body, once()), ITEMS),
    changeItem: (item: CatalogueItemDto, body: ItemBody) =>
      then(itemAdminChange(item.code, body, under(item)), ...ofItem(item)),
    issueMaterials: (item: CatalogueItemDto, materials: MaterialBody[]) =>
      then(itemAdminIssueMaterials(item.code, { materials }, under(item)), ...ofItem(item)),
    offer: (item: CatalogueItemDto, sites: ItemSiteBody[]) =>
      then(itemAdminOffer(item.code, { sites }, under(item)), ...ofItem(item)),
    createSite: (body: SiteBody) => then(siteAdminCreate(body, once()), SITES, ['sites']),
    changeSite: (id: string, version: number, body: SiteBody) =>
      then(siteAdminChange(id, body, under({ version })), SITES, ['sites']),
    createWindow: (body: NewWindowBody) => then(windowCreate(body, once()), windowsKey(body.siteId)),
    changeWindow: ({ id, siteId, version }: WindowRow, body: WindowBody) =>
      then(windowChange(id, body, under({ version })), windowsKey(siteId)),
    changeWindowItems: ({ id, siteId, version }: WindowRow, items: string[]) =>
      then(windowChangeItems(id, { items }, under({ version })), windowsKey(siteId)),
    createPost: (body: NewPostBody) => then(postCreate(body, once()), seatsKey(body.siteId)),
    changePost: ({ id, siteId, version }: PostSeats, body: PostBody) =>
      then(postChange(id, body, under({ version })), seatsKey(siteId)),
    seat: ({ id, siteId, version }: PostSeats, body: PostSeatsBody) =>
      then(officerSeat(id, body, under({ version })), seatsKey(siteId)),
    createVolunteer: (body: VolunteerBody) => then(volunteerCreate(body, once()), VOLUNTEERS),
    changeVolunteer: (id: string, version: number, body: VolunteerBody) =>
      then(volunteerChange(id, body, under({ version })), VOLUNTEERS),
    changeVolunteerContact: (id: string, version: number, body: VolunteerContactBody) =>
      then(volunteerContactChange(id, body, under({ version })), contactKey(id)),
  };
}

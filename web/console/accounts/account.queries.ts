import { useInfiniteQuery, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import {
  directoryAccount,
  directoryAdminAddStaff,
  directoryAdminAddUnit,
  directoryAdminChangeStaff,
  directoryAdminChangeUnit,
  directoryAdminDeactivateStaff,
  directoryAdminDeactivateUnit,
  directoryAdminReactivateStaff,
  directoryAdminReactivateUnit,
  directoryAdminResetPassword,
  directoryAdminUnlockStaff,
  directoryStaff,
  type NewStaffDto,
  type NewUnitDto,
  type StaffAccountDto,
  type StaffFactsDto,
  type UnitDto,
  type UnitFactsDto,
} from '@shared/api/generated/gateway.js';
import { IdempotencyKey } from '@shared/http/idempotency-key.js';
import { sessionStore } from '@shared/http/session-store.js';
import { under } from '../api/client.js';
import { after, BY_CURSOR } from '../api/lists.js';
import { thenRead } from '../controls/read-again.js';

const PAGE = 100;

/** What the list of accounts is narrowed to. */
export type StaffFilter = Omit<NonNullable<Parameters<typeof directoryStaff>[0]>, 'after' | 'limit'>;

const ACCOUNTS = ['accounts'] as const;
const UNITS = ['units'] as const;

const newAccount = new IdempotencyKey('console.account', sessionStore());
const newUnit = new IdempotencyKey('console.unit', sessionStore());

/** Accounts by sign-in name. */
export function useStaff(filter: StaffFilter) {
  return useInfiniteQuery({
    ...BY_CURSOR,
    queryKey: [...ACCOUNTS, 'list', filter],
    queryFn: ({ pageParam }) => directoryStaff({ ...filter, ...after(pageParam), limit: PAGE }),
  });
}

export function useAccount(id: string) {
  return useQuery({ queryKey: [...ACCOUNTS, 'one', id], queryFn: () => directoryAccount(id) });
}

/** What an administrator changes; after each, also after a refusal, what was changed is read again. */
export function useDirectoryActs() {
  const client = useQueryClient();
  const then = <T>(done: Promise<T>, queryKey: QueryKey) => thenRead(client, done, [queryKey]);
  return {
    addStaff: async (body: NewStaffDto) => {
      const made = await then(directoryAdminAddStaff(body, under({ key: newAccount.for(body) })), ACCOUNTS);
      newAccount.done();
      return made;
    },
    changeStaff: ({ id, version }: StaffAccountDto, body: StaffFactsDto) =>
      then(directoryAdminChangeStaff(id, body, under({ version })), ACCOUNTS),
    deactivateStaff: (id: string) => then(directoryAdminDeactivateStaff(id), ACCOUNTS),
    reactivateStaff: (id: string) => then(directoryAdminReactivateStaff(id), ACCOUNTS),
    unlockStaff: (id: string) => then(directoryAdminUnlockStaff(id), ACCOUNTS),
    resetPassword: (id: string) => then(directoryAdminResetPassword(id), ACCOUNTS),
    addUnit: async (body: NewUnitDto) => {
      const made = await then(directoryAdminAddUnit(body, under({ key: newUnit.for(body) })), UNITS);
      newUnit.done();
      return made;
    },
    changeUnit: ({ id, version }: UnitDto, body: UnitFactsDto) =>
      then(directoryAdminChangeUnit(id, body, under({ version })), UNITS),
    deactivateUnit: (id: string) => then(directoryAdminDeactivateUnit(id), UNITS),
    reactivateUnit: (id: string) => then(directoryAdminReactivateUnit(id), UNITS),
  };
}

import { Module } from '@nestjs/common';
import { StaffAccounts } from './staff-accounts.js';

/** Accounts of the gateway's directory, as far as appointments links people to them. */
@Module({ providers: [StaffAccounts], exports: [StaffAccounts] })
export class AccountsModule {}

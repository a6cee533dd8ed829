/**
 * What only one process at a time does with a database, by the number it locks (`pg_advisory_lock`). They stand together
 * because two uses of one number wait for each other, and nobody sees why.
 */
export const ADVISORY_LOCKS = {
  /** Two processes of a service start at once: one migrates, the other waits and finds it done. */
  migrations: 7_301_133,
  /** One seal comes after the other. */
  ledgerSeals: 7_301_134,
  /** One relay at a time, so that events of an aggregate stay in order. */
  outboxRelay: 7_301_135,
  /** Two imports at once take turns. */
  requestImport: 7_301_150,
  /** Two lists of categories at once take turns. */
  categories: 7_301_151,
  /** Two processes of a service start at once: one makes the demo, the other finds it made. */
  demoTickets: 7_301_301,
  demoCounty: 7_301_302,
  demoRosters: 7_301_303,
} as const;

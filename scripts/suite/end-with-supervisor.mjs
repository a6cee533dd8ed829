// @ts-check

/**
 * Loaded into each service before its main file: when the supervisor is killed, nobody would stop the services any more,
 * so they end themselves. PostgreSQL and NATS go on until the next start finds them.
 */
const LOOK_EVERY_MS = 1000;
const supervisor = process.ppid;

setInterval(() => {
  if (process.ppid !== supervisor) process.kill(process.pid, 'SIGTERM');
}, LOOK_EVERY_MS).unref();

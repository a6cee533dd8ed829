// @ts-check
import { join } from 'node:path';
import { ROOT } from '../runtime/paths.mjs';
import { suiteSecrets } from './secrets.mjs';

/** The processes of the suite. */
export const SERVICE_NAMES = /** @type {const} */ (['gateway', 'hotline', 'appointments', 'interviews', 'simulator']);
/** @typedef {typeof SERVICE_NAMES[number]} ServiceName */
/** @typedef {Record<ServiceName, number>} Ports */

/**
 * @param {ServiceName} name
 * @returns {string} the compiled main file
 */
export function mainOf(name) {
  return join(ROOT, 'dist', 'apps', name, 'src', 'main.js');
}

/**
 * The environment that every service and command shares.
 * @param {{ dir: string, databaseUrl: string, natsUrl: string }} suite
 * @returns {NodeJS.ProcessEnv}
 */
export function commonEnvironment({ dir, databaseUrl, natsUrl }) {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    NATS_URL: natsUrl,
    IDENTITY_KEY: suiteSecrets(dir).IDENTITY_KEY,
    OFFICE_TIME_ZONE: process.env.OFFICE_TIME_ZONE ?? 'Asia/Shanghai',
    CLOCK_FILE: clockFile(dir),
  };
}

/**
 * The environment of one service.
 * @param {ServiceName} name
 * @param {{ dir: string, databaseUrl: string, natsUrl: string, ports: Ports }} suite
 * @returns {NodeJS.ProcessEnv}
 */
export function serviceEnvironment(name, suite) {
  const at = (/** @type {ServiceName} */ service) => `http://127.0.0.1:${suite.ports[service]}`;
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM } = suiteSecrets(suite.dir);
  const own = { HOST: '127.0.0.1', PORT: String(suite.ports[name]), DEMO: process.env.DEMO ?? '1' };
  const twilio = { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM };
  const common = { ...commonEnvironment(suite), ...own };
  if (name === 'simulator') {
    const webhook = `${at('gateway')}/webhooks/twilio/sms`;
    return { ...common, ...twilio, WEBHOOK_URL: webhook, SIMULATOR_DIR: join(suite.dir, 'simulator') };
  }
  if (name !== 'gateway') return common;
  return {
    ...common,
    ...twilio,
    SMS_PROVIDER: 'twilio',
    TWILIO_BASE_URL: at('simulator'),
    HOTLINE_URL: at('hotline'),
    APPOINTMENTS_URL: at('appointments'),
    INTERVIEWS_URL: at('interviews'),
    WEB_ROOT: join(ROOT, 'dist', 'web'),
    PUBLIC_URL: at('gateway'),
  };
}

/**
 * The file that shifts the suite's clock: an offset in milliseconds.
 * @param {string} dir the runtime folder
 */
export function clockFile(dir) {
  return process.env.CLOCK_FILE ?? join(dir, 'clock');
}

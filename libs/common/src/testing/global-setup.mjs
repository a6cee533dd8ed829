// @ts-check

/** Jest runs this once, before the first database spec. */
export { startTestServers as default } from './test-servers.mjs';

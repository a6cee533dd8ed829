// @ts-check

/** Jest runs this once, after the last database spec, in the process that ran the setup. */
export { stopTestServers as default } from './test-servers.mjs';

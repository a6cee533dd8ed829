// @ts-check
import { createServer } from 'node:net';

/**
 * Ports are found free some seconds before a server listens on them. Meanwhile a second suite must not find the same one,
 * nor the system give it to an outgoing connection: each process takes its ports from a block of its own, below the
 * range of outgoing connections (from 32768 on Linux, higher elsewhere), and holds the block by listening on its first
 * port, which ends with the process however that ends.
 */
const FIRST_BLOCK = 20_000;
const BLOCK = 40;
const BLOCKS = 300;
/** While one process means to have a port of a person's choice, such as 3000, it holds the one that stands for it here. */
const FIRST_STAND_IN = 32_000;
const STAND_INS = 700;
const TRIES = 10;

/** @type {Promise<number> | undefined} */
let ownBlock;
let handedOut = 0;

/**
 * A TCP port on loopback that nobody listens on, and that no other process is given while this one lives.
 * @param {number} [preferred] tried first, then the nine after it
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  if (preferred !== undefined) {
    for (let port = preferred; port < preferred + TRIES; port++) {
      if ((await isFree(port)) && (await hold(FIRST_STAND_IN + (port % STAND_INS)))) return port;
    }
  }
  const block = await (ownBlock ??= claimBlock());
  for (let tries = 1; tries < BLOCK; tries++) {
    const port = block + 1 + (handedOut++ % (BLOCK - 1));
    if (await isFree(port)) return port;
  }
  throw new Error('no free port on 127.0.0.1');
}

/** @returns {Promise<number>} the first port of a block that is this process's from now on */
async function claimBlock() {
  const from = Math.floor(Math.random() * BLOCKS);
  for (let n = 0; n < BLOCKS; n++) {
    const block = FIRST_BLOCK + ((from + n) % BLOCKS) * BLOCK;
    if (await hold(block)) return block;
  }
  throw new Error('no free ports on 127.0.0.1');
}

/**
 * Listens on a port until the process ends.
 * @param {number} port
 * @returns {Promise<boolean>} whether it was free
 */
function hold(port) {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => {
      server.unref();
      resolve(true);
    });
  });
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

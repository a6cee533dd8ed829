import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const MODULE = pathToFileURL(join(import.meta.dirname, '../../scripts/runtime/free-port.mjs')).href;
/** Takes ports, says which, and lives until its input ends. */
const TAKE = `
  const { freePort } = await import(${JSON.stringify(MODULE)});
  const ports = [await freePort(31800)];
  for (let n = 0; n < 7; n++) ports.push(await freePort());
  console.log(JSON.stringify(ports));
  process.stdin.resume();`;

function start(): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(process.execPath, ['--input-type=module', '--eval', TAKE], { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function portsOf(child: ChildProcessByStdio<Writable, Readable, null>): Promise<number[]> {
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return JSON.parse(said.toString()) as number[];
}

describe('the ports of suites that start at the same moment', () => {
  it('are different ones, and none that an outgoing connection could take', async () => {
    const children = Array.from({ length: 6 }, start);
    const ports = (await Promise.all(children.map(portsOf))).flat();
    expect(new Set(ports).size).toBe(6 * 8);
    expect(Math.max(...ports)).toBeLessThan(32_768);
    for (const child of children) child.stdin.end();
    await Promise.all(children.map((child) => once(child, 'exit')));
  });
});

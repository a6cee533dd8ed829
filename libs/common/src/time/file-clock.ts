import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from './clock.js';

const LOOK_EVERY_MS = 200;

/** The machine's time, shifted by the milliseconds that stand in a file: a demo can live through a week. */
@Injectable()
export class FileClock extends Clock implements OnApplicationShutdown {
  private offsetMs: number;

  /** @param file holds an integer; absent or empty means no shift */
  constructor(private readonly file: string) {
    super();
    this.offsetMs = readOffset(file);
    watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, () => {
      this.offsetMs = readOffset(file);
    });
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  onApplicationShutdown(): void {
    unwatchFile(this.file);
  }
}

function readOffset(file: string): number {
  try {
    const offset = Number(readFileSync(file, 'utf8').trim());
    return Number.isSafeInteger(offset) ? offset : 0;
  } catch {
    return 0;
  }
}

import { isAbsolute, join, resolve } from 'node:path';

/** How the simulator is reached and whom it calls; read once from the environment. */
export class SimulatorSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** Where messages of citizens are posted: the gateway's public address for them. */
  readonly webhookUrl: string;
  /** The number of the office that phones write to, in E.164. */
  readonly officeNumber: string;
  /** File the messages are kept in; null keeps them in memory only. */
  readonly journalFile: string | null;
  /** Milliseconds between the steps queued → sent → delivered. */
  readonly stepMs: number;

  constructor(env: NodeJS.ProcessEnv) {
    this.accountSid = required(env, 'TWILIO_ACCOUNT_SID');
    this.authToken = required(env, 'TWILIO_AUTH_TOKEN');
    this.webhookUrl = required(env, 'WEBHOOK_URL');
    this.officeNumber = env.TWILIO_FROM ?? '+861012345000';
    const dir = env.SIMULATOR_DIR ?? '.runtime/simulator';
    this.journalFile = dir === '' ? null : join(isAbsolute(dir) ? dir : resolve(dir), 'messages.jsonl');
    this.stepMs = Number(env.SIMULATOR_STEP_MS ?? 300);
  }
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

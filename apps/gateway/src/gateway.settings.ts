import { isAbsolute, resolve } from 'node:path';
import { DEFAULT_KEY_DAYS } from './sign-in/domain/key-life.js';

/** Where the gateway finds things and how it is reached; read once from the environment. */
export class GatewaySettings {
  /** The origin people and Twilio see, without a slash at the end. Webhook signatures cover it. */
  readonly publicUrl: string;
  /** The three services behind the border: path prefix → base URL. */
  readonly services: readonly { readonly prefix: string; readonly url: string }[];
  /** The built web: portal at its root, console under `console/`. */
  readonly webRoot: string;
  /** Whether the demo county's units and people are put in at the start. */
  readonly demo: boolean;
  /** How many days a session key signs before a new one follows it. */
  readonly sessionKeyDays: number;
  readonly twilio: TwilioSettings;

  constructor(env: NodeJS.ProcessEnv) {
    this.publicUrl = (env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT ?? '3000'}`).replace(/\/+$/, '');
    this.services = [
      { prefix: '/api/hotline', url: env.HOTLINE_URL ?? 'http://127.0.0.1:3001' },
      { prefix: '/api/appointments', url: env.APPOINTMENTS_URL ?? 'http://127.0.0.1:3002' },
      { prefix: '/api/interviews', url: env.INTERVIEWS_URL ?? 'http://127.0.0.1:3003' },
    ];
    const webRoot = env.WEB_ROOT ?? 'dist/web';
    this.webRoot = isAbsolute(webRoot) ? webRoot : resolve(webRoot);
    this.demo = env.DEMO === '1';
    this.sessionKeyDays = daysIn(env.SESSION_KEY_DAYS) ?? DEFAULT_KEY_DAYS;
    this.twilio = twilioSettings(env);
  }

  /** Whether browsers reach us over TLS only: cookies are then marked Secure. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https://');
  }
}

/** @throws Error for what is not a whole number of days, at least one */
function daysIn(value: string | undefined): number | undefined {
  if (!value) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new Error(`SESSION_KEY_DAYS ${value} is not a number of days`);
  return Number(value);
}

export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** Absent: Twilio itself. Set: a server that speaks the same REST, such as the simulator. */
  readonly baseUrl: string | undefined;
  /** Our number, in E.164. */
  readonly from: string;
}

function twilioSettings(env: NodeJS.ProcessEnv): TwilioSettings {
  const provider = env.SMS_PROVIDER ?? 'twilio';
  if (provider !== 'twilio') throw new Error(`SMS_PROVIDER ${provider} is unknown; there is: twilio`);
  return {
    accountSid: required(env, 'TWILIO_ACCOUNT_SID'),
    authToken: required(env, 'TWILIO_AUTH_TOKEN'),
    baseUrl: env.TWILIO_BASE_URL?.replace(/\/+$/, ''),
    from: required(env, 'TWILIO_FROM'),
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

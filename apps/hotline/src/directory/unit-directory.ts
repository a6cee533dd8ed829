import { Injectable, Logger } from '@nestjs/common';
import { UnitListRequest, type Unit } from '@app/common/contracts/requests.js';
import { RequestClient } from '@app/common/messaging/request-client.js';
import { HotlineSettings } from '../hotline.settings.js';

export interface UnitNames {
  readonly unitNameZh: string | null;
  readonly unitNameEn: string | null;
}

const NO_NAMES: UnitNames = { unitNameZh: null, unitNameEn: null };

/** The units, as the gateway's directory has them; remembered for a while. */
@Injectable()
export class UnitDirectory {
  private readonly logger = new Logger(UnitDirectory.name);
  private units: ReadonlyMap<string, Unit> | undefined;
  private readAt = -Infinity;
  private reading: Promise<ReadonlyMap<string, Unit>> | undefined;

  constructor(
    private readonly requests: RequestClient,
    private readonly settings: HotlineSettings,
  ) {}

  /**
   * A unit as it stands in the directory; one that is too new to be remembered is asked for.
   * @returns undefined when there is none
   * @throws ServiceUnavailable if the directory was never read and does not answer
   */
  async unit(id: string): Promise<Unit | undefined> {
    const known = (await this.remembered()).get(id);
    return known ?? (await this.read()).get(id);
  }

  /**
   * A function that names units. It never fails: while the directory is away, the names last heard are used, or none.
   */
  async namer(): Promise<(unitId: string | null) => UnitNames> {
    const units = await this.remembered().catch((error: unknown) => {
      this.logger.warn(`units have no names for the moment: ${String(error)}`);
      return new Map<string, Unit>();
    });
    return (unitId) => {
      const unit = unitId === null ? undefined : units.get(unitId);
      return unit ? { unitNameZh: unit.nameZh, unitNameEn: unit.nameEn } : NO_NAMES;
    };
  }

  private async remembered(): Promise<ReadonlyMap<string, Unit>> {
    const fresh = performance.now() - this.readAt < this.settings.directorySeconds * 1000;
    if (this.units && fresh) return this.units;
    try {
      return await this.read();
    } catch (error) {
      if (!this.units) throw error;
      return this.units;
    }
  }

  /** Asks once, however many wait for the answer. */
  private read(): Promise<ReadonlyMap<string, Unit>> {
    this.reading ??= this.requests
      .ask(UnitListRequest, {})
      .then(({ units }) => {
        this.units = new Map(units.map((unit) => [unit.id, unit]));
        this.readAt = performance.now();
        return this.units;
      })
      .finally(() => {
        this.reading = undefined;
      });
    return this.reading;
  }
}

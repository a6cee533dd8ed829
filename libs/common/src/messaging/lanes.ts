/** Runs tasks of one lane one after the other and different lanes side by side, up to a limit. */
export class Lanes {
  private readonly lanes = new Map<string, Promise<void>>();
  private busy = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param sideBySide how many tasks may run at once */
  constructor(private readonly sideBySide: number) {}

  /**
   * Queues `task` behind the earlier ones of its lane.
   * @returns once there is room to queue more: the caller is slowed to the speed of the tasks
   */
  async run(lane: string, task: () => Promise<void>): Promise<void> {
    while (this.busy >= this.sideBySide) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
    const before = this.lanes.get(lane) ?? Promise.resolve();
    const mine = before.then(task).finally(() => {
      this.busy -= 1;
      this.waiting.shift()?.();
      if (this.lanes.get(lane) === mine) this.lanes.delete(lane);
    });
    this.lanes.set(lane, mine);
  }

  /** Resolves when nothing runs. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.lanes.values());
  }
}

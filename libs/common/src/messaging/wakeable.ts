/** A pause that can be cut short. A wake while nobody sleeps makes the next sleep return at once. */
export class Wakeable {
  private woken = false;
  private release: (() => void) | undefined;

  wake(): void {
    this.woken = true;
    this.release?.();
  }

  async sleep(ms: number): Promise<void> {
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        const timeout = setTimeout(resolve, ms);
        this.release = () => {
          clearTimeout(timeout);
          resolve();
        };
      });
    }
    this.woken = false;
    this.release = undefined;
  }
}

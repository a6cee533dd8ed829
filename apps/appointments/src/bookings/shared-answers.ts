/**
 * Answers to a question that many ask at the same time. Who asks while an answer is being looked for may not have that
 * one, for it may be older than what made him ask: he gets the next, together with all who ask until it is begun.
 */
export class SharedAnswers<T> {
  private readonly asked = new Map<string, { running: Promise<unknown>; next: Promise<T> | null }>();

  /**
   * @param question equal texts are the same question
   * @param look finds the answer
   * @throws what `look` threw, to all who share it
   */
  answer(question: string, look: () => Promise<T>): Promise<T> {
    const asked = this.asked.get(question);
    if (!asked) return this.begin(question, look);
    asked.next ??= asked.running.then(() => this.begin(question, look));
    return asked.next;
  }

  private begin(question: string, look: () => Promise<T>): Promise<T> {
    const answer = look();
    const asked = { running: settled(answer), next: null };
    this.asked.set(question, asked);
    void asked.running.then(() => {
      if (this.asked.get(question) === asked && asked.next === null) this.asked.delete(question);
    });
    return answer;
  }
}

async function settled(answer: Promise<unknown>): Promise<void> {
  await Promise.allSettled([answer]);
}

/** One term of a sum: how often a variable counts. */
export type Term = readonly [factor: number, variable: string];

type Relation = '<=' | '>=' | '=';

/** Terms on one line: readers of the format allow 255 characters. */
const TERMS_A_LINE = 8;

/** A mixed-integer programme in CPLEX LP format, put together row by row. Variables are ≥ 0 by the format's own rule. */
export class LinearProgram {
  private readonly goal: Term[] = [];
  private readonly rows: string[] = [];
  private readonly bounds: string[] = [];
  private readonly yesOrNo: string[] = [];

  /** Adds to what is to be made as small as possible. */
  cost(factor: number, variable: string): void {
    this.goal.push([factor, variable]);
  }

  /** Adds a rule; one without terms says nothing. */
  row(terms: readonly Term[], relation: Relation, bound: number): void {
    if (terms.length > 0) this.rows.push(` r${this.rows.length}: ${sum(terms)} ${relation} ${bound}`);
  }

  /** Keeps a variable at 1 or below. */
  atMostOne(variable: string): void {
    this.bounds.push(` ${variable} <= 1`);
  }

  /** Adds a variable that is 0 or 1. */
  binary(variable: string): void {
    this.yesOrNo.push(variable);
  }

  toText(): string {
    return [
      'Minimize',
      ` obj: ${sum(this.goal)}`,
      'Subject To',
      ...this.rows,
      'Bounds',
      ...this.bounds,
      'Binary',
      ...this.yesOrNo.map((name) => ` ${name}`),
      'End',
      '',
    ].join('\n');
  }
}

function sum(terms: readonly Term[]): string {
  const lines: string[] = [];
  for (let i = 0; i < terms.length; i += TERMS_A_LINE) {
    const line = terms
      .slice(i, i + TERMS_A_LINE)
      .map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`);
    lines.push(line.join(' '));
  }
  return lines.join('\n   ');
}

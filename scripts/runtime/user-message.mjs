// @ts-check

/** Something the person at the terminal has to do; printed without a stack trace. */
export class UserMessage extends Error {}

/**
 * Runs a script's main function: a {@link UserMessage} is printed as it is, anything else with its stack.
 * @param {() => Promise<number | void>} main gives the exit code, 0 when nothing
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof UserMessage) console.error(`\n${error.message}`);
    else console.error(error);
    process.exitCode = 1;
  }
}

/**
 * Runs a command of the terminal: a failure becomes one sentence on standard error and exit code 1.
 *
 * @param failed what has not happened then: «Копію не зроблено»
 */
export async function runCommand(failed: string, command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${failed}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

import { SECRET_NAMES } from './settings.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One wrong variable. `problem` never contains its value. */
export interface SettingProblem {
  readonly name: string;
  readonly problem: string;
}

/**
 * The environment with every `<NAME>_FILE` replaced by `<NAME>` read from that file, blanks removed and
 * values trimmed (an editor ends a secret's file with a newline).
 *
 * @param read returns a file's text or throws
 */
export function resolveSecrets(
  env: Environment,
  read: (path: string) => string,
): { readonly values: Environment; readonly problems: readonly SettingProblem[] } {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value?.trim()) values[name] = value.trim();
  }
  const problems: SettingProblem[] = [];
  for (const name of SECRET_NAMES) {
    const path = values[`${name}_FILE`];
    if (path === undefined) continue;
    if (values[name] !== undefined) {
      problems.push({ name, problem: `is set, and so is ${name}_FILE; keep one of the two` });
      continue;
    }
    const secret = readSecret(path, read);
    if (secret.ok) values[name] = secret.text;
    else problems.push({ name: `${name}_FILE`, problem: secret.problem });
  }
  return { values, problems };
}

function readSecret(
  path: string,
  read: (path: string) => string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string } {
  try {
    const text = read(path).trim();
    return text ? { ok: true, text } : { ok: false, problem: `names an empty file: ${path}` };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    return { ok: false, problem: `names a file that cannot be read: ${path}${code}` };
  }
}

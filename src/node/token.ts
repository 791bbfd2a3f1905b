import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Variables = Readonly<Record<string, string | undefined>>;

/** The token the other Hugging Face tools on this machine use; undefined without one. */
export async function readToken(variables: Variables): Promise<string | undefined> {
  const given = cleaned(variables['HF_TOKEN']);
  if (given !== undefined) {
    return given;
  }
  try {
    return cleaned(await readFile(tokenPath(variables), 'utf8'));
  } catch {
    // No file, or one that others may not read: the hub answers strangers too.
    return undefined;
  }
}

function tokenPath(variables: Variables): string {
  const cache = variables['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const home = variables['HF_HOME'] || join(cache, 'huggingface');
  return variables['HF_TOKEN_PATH'] || join(home, 'token');
}

/** A line break inside would end the header it is sent in. */
function cleaned(text: string | undefined): string | undefined {
  const token = text?.trim();
  return token === undefined || !/^[\x21-\x7e]+$/.test(token) ? undefined : token;
}

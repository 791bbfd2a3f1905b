import type { Environment } from '../audit/types.ts';
import type { Log } from '../model/outside.ts';
import { defaultEndpoint, type PartialConfiguration } from '../model/project.ts';
import { createAssets } from './assets.ts';
import { createCache } from './cache.ts';
import { createFiles } from './files.ts';
import { readToken } from './token.ts';
import { createTransport } from './transport.ts';
import { version } from './version.ts';

export interface EnvironmentOptions {
  readonly root: string;
  readonly log: Log;
  /** Settings that win over the repository's files. */
  readonly overrides?: PartialConfiguration;
  /** Settings the repository's files win over. */
  readonly preferences?: PartialConfiguration;
  readonly isTrusted?: boolean;
  readonly configurationFile?: string | undefined;
  /** The process's environment variables, as the Hugging Face tools read them. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** What Node hosts hand to the core. */
export async function createEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const { variables } = options;
  const overrides = { ...environmentSettings(variables), ...options.overrides };
  const token = await readToken(variables);
  return {
    files: createFiles(options.root),
    assets: createAssets(),
    transport: createTransport({
      token,
      // A repository must not be able to send the token elsewhere, so its own endpoint setting has no say here.
      tokenHost: new URL(overrides.endpoint ?? options.preferences?.endpoint ?? defaultEndpoint).host,
      timeoutMs: 10_000,
      maxConcurrent: 8,
      userAgent: `ptm-audit/${version}`,
    }),
    cache: createCache(variables['PTM_AUDIT_CACHE']),
    clock: { now: () => new Date() },
    log: options.log,
    root: options.root,
    version,
    token,
    overrides,
    preferences: options.preferences ?? {},
    isTrusted: options.isTrusted ?? true,
    configurationFile: options.configurationFile,
  };
}

/** `HF_ENDPOINT` and `HF_HUB_OFFLINE`: who sets them for the other tools means this one too. */
function environmentSettings(variables: EnvironmentOptions['variables']): PartialConfiguration {
  const endpoint = variables['HF_ENDPOINT']?.trim().replace(/\/+$/, '');
  const isOffline = /^(1|on|yes|true)$/i.test(variables['HF_HUB_OFFLINE']?.trim() ?? '');
  return {
    ...(endpoint && URL.canParse(endpoint) ? { endpoint } : {}),
    ...(isOffline ? { network: 'never' as const } : {}),
  };
}

import type { Environment } from '../audit/types.ts';
import { hubEndpoint } from '../model/endpoint.ts';
import type { Log } from '../model/outside.ts';
import { defaultEndpoint, type PartialConfiguration } from '../model/project.ts';
import { createAssets } from './assets.ts';
import { readAuthorities } from './authorities.ts';
import { createCache } from './cache.ts';
import { createFiles } from './files.ts';
import { searchPoolFor } from './search-pool.ts';
import { readToken } from './token.ts';
import { createTransport } from './transport.ts';
import { buildId, version } from './version.ts';

export interface EnvironmentOptions {
  readonly root: string;
  readonly log: Log;
  /** Settings that win over the repository's files. */
  readonly overrides?: PartialConfiguration;
  /** Settings the repository's files win over. */
  readonly preferences?: PartialConfiguration;
  /** The hub a person named for all their work. A preference may come from a workspace, so it decides nothing about the token. */
  readonly tokenEndpoint?: string | undefined;
  readonly isTrusted?: boolean;
  readonly configurationFile?: string | undefined;
  /** The process's environment variables, as the Hugging Face tools read them. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** One for the process, so that what is decoded from them is shared, too. */
const assets = createAssets();

/** What Node hosts hand to the core. */
export async function createEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const { variables, log } = options;
  const overrides = usable({ ...environmentSettings(variables), ...options.overrides }, log);
  const token = await readToken(variables);
  return {
    files: createFiles(options.root),
    openPool: searchPoolFor(options.root),
    assets,
    transport: createTransport({
      token,
      // A repository must not be able to send the token elsewhere, so its own endpoint setting has no say here.
      tokenHost: new URL(overrides.endpoint ?? hubEndpoint(options.tokenEndpoint ?? '') ?? defaultEndpoint)
        .host,
      maxConcurrent: 8,
      userAgent: `ptm-audit/${version}`,
      authorities: await readAuthorities(variables, log),
      onWait: tellOnce(log),
    }),
    cache: createCache(variables['PTM_AUDIT_CACHE'] || undefined),
    clock: { now: () => new Date() },
    log,
    root: options.root,
    version,
    build: buildId(),
    token,
    overrides,
    preferences: usable(options.preferences ?? {}, log),
    isTrusted: options.isTrusted ?? true,
    configurationFile: options.configurationFile,
  };
}

/** An address nobody can ask counts as not set: it must not take the rest of the audit with it. */
function usable({ endpoint: given, ...settings }: PartialConfiguration, log: Log): PartialConfiguration {
  if (given === undefined) return settings;
  const endpoint = hubEndpoint(given);
  if (endpoint !== undefined) return { ...settings, endpoint };
  log.warn(`The hub's address “${given.slice(0, 100)}” is no http or https address and is not used.`);
  return settings;
}

/** Many requests wait for the same window. */
function tellOnce(log: Log): (host: string, seconds: number) => void {
  const told = new Map<string, number>();
  return (host, seconds) => {
    if ((told.get(host) ?? 0) > Date.now()) return;
    told.set(host, Date.now() + seconds * 1000);
    log.warn(`${host} allows no more requests for ${seconds} s; the audit goes on then.`);
  };
}

/** `HF_ENDPOINT` and `HF_HUB_OFFLINE`: who sets them for the other tools means this one too. */
function environmentSettings(variables: EnvironmentOptions['variables']): PartialConfiguration {
  const endpoint = variables['HF_ENDPOINT']?.trim();
  const isOffline = /^(1|on|yes|true)$/i.test(variables['HF_HUB_OFFLINE']?.trim() ?? '');
  return {
    ...(endpoint ? { endpoint } : {}),
    ...(isOffline ? { network: 'never' as const } : {}),
  };
}

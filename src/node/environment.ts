import type { Environment } from '../audit/types.ts';
import { endpointProblem, hubEndpoint } from '../model/endpoint.ts';
import type { Log } from '../model/outside.ts';
import { defaultEndpoint, type PartialConfiguration } from '../model/project.ts';
import { createAssets } from './assets.ts';
import { readAuthorities } from './authorities.ts';
import { createCache, defaultCacheFolder } from './cache.ts';
import { createFiles } from './files.ts';
import { createWalkKeeper } from './kept-walk.ts';
import { createMarks } from './marks.ts';
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
  /** Whether the session is for one audit, whose report may be one that an earlier run kept. */
  readonly mayRepeat?: boolean;
  /** The process's environment variables, as the Hugging Face tools read them. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

const clock = { now: () => new Date() };

/** One for the process, so that what is decoded from them is shared, too. */
const assets = createAssets();

/** What Node hosts hand to the core. */
export async function createEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const { variables, log } = options;
  const overrides = usable('HF_ENDPOINT', { ...environmentSettings(variables), ...options.overrides });
  const preferences = usable('“ptmAudit.endpoint”', options.preferences ?? {});
  if (overrides.problem !== undefined) log.warn(`${overrides.problem}. Hugging Face is not asked.`);
  const token = await readToken(variables);
  const cacheFolder = variables['PTM_AUDIT_CACHE'] || defaultCacheFolder();
  const cache = createCache(cacheFolder);
  const build = buildId();
  return {
    files: createFiles(
      options.root,
      build === undefined ? undefined : createWalkKeeper(cache, clock, options.root, build),
    ),
    openPool: searchPoolFor(options.root),
    assets,
    transport: createTransport({
      token,
      // A repository must not be able to send the token elsewhere, so its own endpoint setting has no say here.
      tokenHost: hostOf(overrides.settings.endpoint ?? (options.tokenEndpoint?.trim() || defaultEndpoint)),
      maxConcurrent: 8,
      userAgent: `ptm-audit/${version}`,
      authorities: await readAuthorities(variables, log),
      onWait: tellOnce(log),
    }),
    cache,
    marks: options.mayRepeat ? createMarks(options.root, cacheFolder, clock) : undefined,
    clock,
    log,
    root: options.root,
    version,
    build,
    token,
    overrides: overrides.settings,
    preferences: preferences.settings,
    endpointProblems: { override: overrides.problem, preference: preferences.problem },
    isTrusted: options.isTrusted ?? true,
    configurationFile: options.configurationFile,
  };
}

interface Usable {
  readonly settings: PartialConfiguration;
  readonly problem: string | undefined;
}

/** An address nobody can ask is left out and named: what was meant for it must not go to another hub. */
function usable(name: string, { endpoint: given, ...settings }: PartialConfiguration): Usable {
  if (given === undefined) return { settings, problem: undefined };
  const problem = endpointProblem(name, given);
  return { settings: { ...settings, endpoint: hubEndpoint(given) }, problem };
}

/** '' for an address that cannot be read: then the token goes nowhere. */
function hostOf(address: string): string {
  const endpoint = hubEndpoint(address);
  return endpoint === undefined ? '' : new URL(endpoint).host;
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

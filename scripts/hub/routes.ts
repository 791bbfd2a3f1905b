import { resolveRoute, storedFileRoute } from './files.ts';
import { datasetRoute, publisherRoute, quickSearchRoute, searchRoute, tagsRoute } from './listing.ts';
import { modelRoute } from './models.ts';
import {
  githubRoute,
  kaggleRoute,
  modelScopeRoute,
  ollamaBlobRoute,
  ollamaRoute,
  rawFileRoute,
} from './other-hubs.ts';
import { refusal } from './replies.ts';
import { repositoryRoute } from './repository.ts';
import type { HubRequest, Reply, Route, World } from './types.ts';

const hubRoutes: readonly Route[] = [
  searchRoute,
  quickSearchRoute,
  datasetRoute,
  publisherRoute,
  tagsRoute,
  modelScopeRoute,
  kaggleRoute,
  githubRoute,
  ollamaRoute,
  (request, world) => storedFileRoute(request, world, false),
  modelRoute,
  repositoryRoute,
  resolveRoute,
  rawFileRoute,
];

const fileRoutes: readonly Route[] = [
  ollamaBlobRoute,
  (request, world) => storedFileRoute(request, world, true),
];

/** What the hub answers when nothing goes wrong. */
export function answerOfHub(request: HubRequest, world: World): Reply {
  return refusedToken(request, world) ?? firstAnswer(request, world, hubRoutes);
}

/** What the second host answers, which knows no tokens. */
export function answerOfFiles(request: HubRequest, world: World): Reply {
  return firstAnswer(request, world, fileRoutes);
}

function refusedToken({ token }: HubRequest, { tokens }: World): Reply | undefined {
  const isValid = token === undefined || tokens === undefined || tokens.includes(token);
  return isValid ? undefined : refusal(401, undefined, 'Invalid credentials in Authorization header');
}

function firstAnswer(request: HubRequest, world: World, routes: readonly Route[]): Reply {
  for (const route of routes) {
    const reply = route(request, world);
    if (reply !== undefined) return reply;
  }
  return refusal(404, undefined, "Sorry, we can't find the page you are looking for.");
}

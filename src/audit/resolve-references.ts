import type { LookupOptions } from '../hub/types.ts';
import type { Lookup } from '../model/record.ts';
import { type ModelKey, type ModelReference, modelKey } from '../model/reference.ts';
import type { ModelAnswer, ReportedReference } from '../model/report.ts';
import type { Knowledge } from './knowledge.ts';
import { bundling, findLocal } from './local-paths.ts';
import { answerOf } from './model-answer.ts';
import { beginningOf, matcherOf } from './model-patterns.ts';

export interface ResolveOptions extends LookupOptions {
  readonly onResolved?: (done: number, total: number) => void;
  /** Somebody may still be typing the ids: what may become a private one is no more asked about than that one. */
  readonly isTyped?: boolean;
}

export interface ResolvedReference extends ReportedReference {
  /** Undefined when the code decides at run time which model this is. */
  readonly answer: ModelAnswer | undefined;
}

/** The answer for each model the references resolve to. */
export function answersOf(resolved: readonly ResolvedReference[]): ReadonlyMap<ModelKey, ModelAnswer> {
  const answers = new Map<ModelKey, ModelAnswer>();
  for (const { model, answer } of resolved) if (model && answer) answers.set(model, answer);
  return answers;
}

interface Question {
  readonly reference: ModelReference;
  readonly target: string;
  readonly revision: string | undefined;
}

/** Looks up every model the references name, each once, and leaves out references that prove to name none. */
export async function resolveReferences(
  references: readonly ModelReference[],
  knowledge: Knowledge,
  options: ResolveOptions,
): Promise<readonly ResolvedReference[]> {
  const questions = new Map<string, Question>();
  for (const reference of references) {
    const question = questionOf(reference);
    if (question) questions.set(questionKey(question), question);
  }
  const answers = await ask(questions, knowledge, options);
  const resolved = references.map((reference): ResolvedReference => {
    const question = questionOf(reference);
    const answer = question && answers.get(questionKey(question));
    return { reference, answer, model: keyOf(reference, answer?.lookup) };
  });
  const { localFolders, bundled } = await findLocal(resolved, knowledge.witness.files);
  return resolved
    .filter(item => isModel(item, localFolders))
    .map(item => (bundled.has(item.reference) ? { ...item, reference: bundling(item.reference) } : item));
}

async function ask(
  questions: ReadonlyMap<string, Question>,
  knowledge: Knowledge,
  { onResolved, isTyped = false, ...lookupOptions }: ResolveOptions,
): Promise<ReadonlyMap<string, ModelAnswer>> {
  const { ignoreModels, privateModels } = knowledge.project.configuration;
  const isIgnored = matcherOf(ignoreModels);
  const mayBecomePrivate = beginningOf(isTyped ? privateModels : []);
  const { resolver } = knowledge;
  const answers = new Map<string, ModelAnswer>();
  let done = 0;
  await Promise.all(
    [...questions].map(async ([key, { reference, target, revision }]) => {
      const asked = isIgnored(target)
        ? ignored
        : await resolver.resolve(reference.hub, target, revision, {
            ...lookupOptions,
            mayAskNetwork: lookupOptions.mayAskNetwork && !mayBecomePrivate(target),
          });
      // The configuration may name the model by the id it goes by today.
      const lookup = asked.state === 'found' && isIgnored(asked.record.id) ? ignored : asked;
      answers.set(key, await answerOf(lookup, resolver, lookupOptions));
      done += 1;
      onResolved?.(done, questions.size);
    }),
  );
  return answers;
}

const ignored: Lookup = { state: 'skipped', why: 'ignored by the configuration' };

function questionOf(reference: ModelReference): Question | undefined {
  const { target, revision } = reference;
  if (target === undefined) return undefined;
  return { reference, target, revision: revision.kind === 'given' ? revision.value : undefined };
}

function questionKey({ reference, target, revision }: Question): string {
  return `${reference.hub}:${target}@${revision ?? ''}`;
}

function keyOf(reference: ModelReference, lookup: Lookup | undefined): ModelKey | undefined {
  if (reference.target === undefined) return undefined;
  if (lookup?.state === 'found') return modelKey(lookup.record.hub, lookup.record.id);
  return modelKey(reference.hub, reference.target);
}

function isModel({ reference, answer }: ResolvedReference, local: ReadonlySet<ModelReference>): boolean {
  const state = answer?.lookup.state;
  if (reference.isTentative) return state === 'found' || state === 'gated';
  return !local.has(reference);
}

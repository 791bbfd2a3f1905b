import type { Project } from '../model/project.ts';
import type { Lookup } from '../model/record.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Situation } from './situation.ts';

/** The situation in which one place of a project uses a model. */
export function situationOf(
  project: Project,
  lookup: Lookup,
  { acts = [] }: Pick<ModelReference, 'acts'>,
): Situation {
  const task = lookup.state === 'found' ? lookup.record.task : undefined;
  return {
    projectLicense: project.license?.expression,
    use: project.use,
    acts,
    isTextOnly: task !== undefined && textTasks.has(task),
  };
}

/** Tasks of the hub whose models read and write nothing but text. */
const textTasks: ReadonlySet<string> = new Set([
  'text-generation',
  'text2text-generation',
  'text-classification',
  'token-classification',
  'fill-mask',
  'feature-extraction',
  'sentence-similarity',
  'text-ranking',
  'summarization',
  'translation',
  'question-answering',
  'zero-shot-classification',
]);

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

/** Whether a model of this task surely is no multimodal one. */
export function isTextTask(task: string | undefined): boolean {
  return task !== undefined && textTasks.has(task);
}

/** Names of the pipelines spaCy publishes: language, kind, genre and size. */
export const pipelineName = /^[a-z]{2,3}_(core|dep|ent|sent|vectors)_[a-z]+_(sm|md|lg|trf)$/;

/**
 * Whether spaCy has no pipeline of the kind: those for English and Chinese are made of texts of the web, those for other
 * languages of news, but for one of spaCy 1 for Spanish.
 */
export function isOddPipeline(name: string): boolean {
  const [, language = '', genre] = /^([a-z]{2,3})_core_(web|news)_/.exec(name) ?? [];
  const isOfWeb = /^(en|zh)$/.test(language);
  return genre === 'news' ? isOfWeb : genre === 'web' && !isOfWeb && language !== 'es';
}

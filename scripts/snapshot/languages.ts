const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Tags that look like a language code of three letters but name a task, a library or a family of models. */
const notLanguages = new Set(
  'asr bge ctc dit dpo gan gpt gte jax llm mlm mms moe ner nlp ocr pos rag sam sft tei tts vae vit xlm'.split(
    ' ',
  ),
);

/** The languages among a model's tags, where the hub writes them bare. */
export function languagesOf(tags: readonly string[]): readonly string[] {
  return tags.filter(isLanguage);
}

function isLanguage(tag: string): boolean {
  if (tag === 'multilingual') {
    return true;
  }
  return /^[a-z]{2,3}$/.test(tag) && !notLanguages.has(tag) && names.of(tag) !== undefined;
}

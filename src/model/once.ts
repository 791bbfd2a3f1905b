/** As many answers are remembered; a repository names the same models and licenses again and again. */
const mostRemembered = 10_000;

/** A function of a text that works out each answer once. */
export function once<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return text => {
    const before = known.get(text);
    if (before) return before.answer;
    if (known.size >= mostRemembered) known.clear();
    const found = answer(text);
    known.set(text, { answer: found });
    return found;
  };
}

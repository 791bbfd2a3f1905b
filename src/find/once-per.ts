/** A question about a thing whose answer is kept as long as the thing is. */
export function oncePer<Thing extends object, Answer>(
  read: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const answers = new WeakMap<Thing, { readonly answer: Answer }>();
  return thing => {
    const before = answers.get(thing);
    if (before) return before.answer;
    const answer = read(thing);
    answers.set(thing, { answer });
    return answer;
  };
}

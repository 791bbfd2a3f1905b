import type { CardFacts } from '../model/record.ts';

/** What the text of a card may document beside its metadata: the headings and labels under which it does. */
const fields: readonly { readonly fact: keyof CardFacts; readonly title: RegExp }[] = [
  { fact: 'hasLicense', title: /^licen[cs]e/i },
  {
    fact: 'hasDatasets',
    title: /\b(pre-?)?train(ing|ed)?\b.*\b(data|corpus|corpora)|^data(\s?sets?)?\b|\bdata ?sets?$/i,
  },
  { fact: 'hasLanguage', title: /^(supported )?languages?\b/i },
  { fact: 'hasEvaluation', title: /\b(evaluation|results?|benchmarks?|performance|metrics)\b/i },
  { fact: 'hasPaper', title: /^(paper|citation|citing|how to cite|references?|bibtex)\b/i },
];

/** Data a model was only tested with says nothing of what it learned from. */
const ofTests = /^(testing|test|evaluation|eval|validation)\b/i;

/** Cards far longer than this are lists of results. Characters. */
const longest = 500_000;
/** No heading or label is longer than this line, and no section is empty for longer than that look. */
const longestLine = 500;
const longestLook = 20_000;
/** Fewer characters under a heading document nothing. */
const fewestCharacters = 3;

interface Part {
  readonly title: string;
  /** Of the heading, 1 to 6; 7 for a labelled line. */
  readonly level: number;
  text: string;
}

/** A card's metadata together with what its text documents under headings and labels that somebody filled. */
export function withWrittenFields(card: CardFacts, text: string): CardFacts {
  const parts = partsOf(withoutFrontMatter(text.slice(0, longest)));
  const written = fields.filter(({ fact, title }) =>
    parts.some(part => isAbout(part, fact, title) && isFilled(part.text)),
  );
  return { ...card, ...Object.fromEntries(written.map(({ fact }) => [fact, true])) };
}

function isAbout({ title }: Part, fact: keyof CardFacts, wanted: RegExp): boolean {
  return wanted.test(title) && !(fact === 'hasDatasets' && ofTests.test(title));
}

function withoutFrontMatter(text: string): string {
  const [start] = /^\uFEFF?\s*---\r?\n[\s\S]*?\n---[ \t]*(\r?\n|$)/.exec(text) ?? [''];
  return text.slice(start.length);
}

const heading = /^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*$/;
const label = /^\s*[-*]\s*\*\*([^*]{1,80})\*\*\s*:?\s*(.*)$/;
const fence = /^\s*(```|~~~)/;

/** A section holds its subsections: what stands under "Training Data" may stand under headings of its own. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let open: Part[] = [];
  let isCode = false;
  for (const line of withoutComments(text).split('\n')) {
    if (fence.test(line)) isCode = !isCode;
    const isText = isCode || line.length > longestLine;
    const [, marks, title] = isText ? [] : (heading.exec(line) ?? []);
    if (marks !== undefined && title !== undefined) {
      const section = { title: plain(title), level: marks.length, text: '' };
      open = [...open.filter(({ level }) => level < section.level), section];
      parts.push(section);
      continue;
    }
    const [, name, value] = isText ? [] : (label.exec(line) ?? []);
    if (name !== undefined && value !== undefined) parts.push({ title: plain(name), level: 7, text: value });
    for (const section of open) section.text += `${line}\n`;
  }
  return parts;
}

/** Templates explain their fields in comments. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start);
    if (end < 0) break;
    kept += text.slice(from, start);
    from = end + 3;
  }
  return kept + text.slice(from);
}

function plain(title: string): string {
  return title.replaceAll(/^[^\p{L}]+|[*_:`]+/gu, '').trim();
}

/** `[More Information Needed]` marks a field nobody filled, and so do the words of the trainer for it. */
function isFilled(text: string): boolean {
  const said = text
    .slice(0, longestLook)
    .replaceAll(/\[?more information needed\]?(\([^)]{0,200}\))?/gi, '')
    .replaceAll(
      /\b(to be (added|updated|completed)|coming soon|tba|tbd|todo|n\/a|none|unknown|not available)\b/gi,
      '',
    )
    .replaceAll(/^[ \t]*([-*][ \t]*)?\*\*[^*\n]{1,80}\*\*[ \t]*:?[ \t]*$/gm, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return said.length >= fewestCharacters;
}

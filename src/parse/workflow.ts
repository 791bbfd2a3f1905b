import { type Document, isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import {
  type Command,
  type CommandAssignment,
  sliceValue,
  textOf,
  unknownText,
  type Word,
} from '../model/command.ts';
import { pythonPlace } from '../model/program-name.ts';
import { compareSpans, plainSpan } from '../model/source.ts';
import { LineIndex, type MappedText, replaceIn } from './mapped-text.ts';
import { commandOfWords, readCommands } from './shell.ts';
import { Variables } from './shell-variables.ts';
import { makeWord, wordOfText } from './shell-words.ts';
import { Anchors, isTextScalar, readYamlDocuments, scalarRange, scalarText } from './yaml-tree.ts';

const maxDepth = 100;
/** Anchors let a file say little and mean much: more than this is not walked. */
const maxNodes = 50_000;

/** Keys whose text is a script, each in a format of its own: `run`, `before_script`, `cmds`, `start_command`. */
const scriptKey =
  /^(?:run|bash|setup|sh|(?:.*[a-z_-])?(?:scripts?|cmds?|commands|[_-]command|[a-z]Command))$/;
/** `${{ env.NAME }}` of GitHub's workflows. */
const expression = /\$\{\{\s*([\w.-]+)?[^}]*\}\}/g;
const environmentKeys = new Set(['env', 'environment', 'envs', 'variables']);

/**
 * The commands of workflows and of services: scripts, what a container runs, and the environment it gets. The keys
 * tell, not the file's name, because each of these formats allows any.
 */
export function readWorkflow(text: string): readonly Command[] {
  const reader = new WorkflowReader(text);
  try {
    for (const document of readYamlDocuments(text)) reader.read(document);
  } catch {
    // Nested deeper than the stack: what was read before it stands.
  }
  return reader.commands.toSorted((a, b) => compareSpans(a.span, b.span));
}

class WorkflowReader {
  readonly commands: Command[] = [];
  readonly #lines: LineIndex;
  #anchors: Anchors | undefined;
  #nodes = 0;

  constructor(text: string) {
    this.#lines = new LineIndex(text);
  }

  read(document: Document): void {
    this.#anchors = new Anchors(document);
    this.#visit(document.contents, new Variables(), 0);
  }

  #resolve(node: unknown): unknown {
    return this.#anchors === undefined ? node : this.#anchors.resolve(node);
  }

  #visit(written: unknown, outer: Variables, depth: number): void {
    this.#nodes += 1;
    if (depth > maxDepth || this.#nodes > maxNodes) return;
    const node = this.#resolve(written);
    if (isSeq(node)) for (const item of node.items) this.#visit(item, outer, depth + 1);
    if (isMap(node)) this.#map(node, outer, depth);
  }

  #map(map: YAMLMap, outer: Variables, depth: number): void {
    const variables = this.#withEnvironment(map, outer);
    this.#container(map, variables);
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (environmentKeys.has(name)) continue;
      if (scriptKey.test(name) && !this.#foreign(map, value)) this.#scripts(value, variables);
      this.#visit(value, variables, depth + 1);
    }
  }

  /** A step with a shell of its own: `shell: python`. */
  #foreign(map: YAMLMap, written: unknown): boolean {
    const [shell, script] = [map.get('shell', true), written].map(node => this.#resolve(node));
    if (!isTextScalar(shell) || !isTextScalar(script)) return false;
    const [program] = readCommands(scalarText(this.#lines, shell));
    if (program === undefined || pythonPlace(program.words) < 0) return false;
    const text = replaceIn(scalarText(this.#lines, script), expression, () => unknownText);
    const words = program.words.filter(word => word.text !== '{0}');
    this.commands.push({ ...program, words, input: wordOfText(text) });
    return true;
  }

  #scripts(written: unknown, variables: Variables): void {
    const node = this.#resolve(written);
    if (isTextScalar(node)) {
      this.commands.push(...readCommands(this.#script(node), new Variables(variables)));
    } else if (isSeq(node)) {
      // The lines of a list share their variables.
      const shared = new Variables(variables);
      for (const item of node.items) {
        const line = this.#resolve(item);
        if (isTextScalar(line)) this.commands.push(...readCommands(this.#script(line), shared));
      }
    } else if (isMap(node)) {
      const command = this.#resolve(node.get('command', true));
      if (isTextScalar(command))
        this.commands.push(...readCommands(this.#script(command), new Variables(variables)));
    }
  }

  /** A service of compose, a container of Kubernetes: the image, its entry point and its arguments are one command. */
  #container(map: YAMLMap, variables: Variables): void {
    const keys = ['entrypoint', 'command', 'args'];
    const written = keys
      .map(key => this.#resolve(map.get(key, true)))
      .filter(node => isTextScalar(node) || isSeq(node));
    const image = this.#resolve(map.get('image', true));
    if (written.length === 0) return;
    const words = written.flatMap(node => this.#words(node, variables));
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return;
    const span = { ...plainSpan(first.span), end: last.span.end };
    const [command, ...scripts] = commandOfWords(words, span);
    if (command === undefined) return;
    const given = isTextScalar(image) ? this.#word(image, variables) : undefined;
    this.commands.push(given === undefined ? command : { ...command, image: given }, ...scripts);
    // A script of several lines under `command:` is no list of words.
    for (const node of written) if (isScript(node)) this.#scripts(node, variables);
  }

  #words(node: unknown, variables: Variables): readonly Word[] {
    if (isSeq(node)) {
      return node.items.flatMap(item => {
        const word = this.#resolve(item);
        return isScalar(word) ? [this.#word(word, variables)] : [];
      });
    }
    if (!isTextScalar(node) || isScript(node)) return [];
    // What is one line to the container may be several in the file.
    const text = this.#script(node);
    const oneLine = { ...text, text: text.text.replaceAll(/\\?\n/g, found => ' '.repeat(found.length)) };
    return readCommands(oneLine, new Variables(variables))[0]?.words ?? [];
  }

  /** A word that no shell reads; only variables are put in, as compose does. */
  #word(node: Scalar, variables: Variables): Word {
    const text = this.#script(node);
    const [start, end] = scalarRange(this.#lines, node);
    const span = this.#lines.span(start, end);
    if (/^\$\{?\w+[^}]*\}?$/.test(text.text)) {
      const word = readCommands(text, new Variables(variables))[0]?.words[0];
      if (word !== undefined) return { ...word, span };
    }
    return makeWord(wordOfText(text).values, span);
  }

  /** The scalar as a shell gets it, with the workflow's own expressions as variables. */
  #script(node: Scalar): MappedText {
    return replaceIn(scalarText(this.#lines, node), expression, ([, name]) => asVariable(name));
  }

  #withEnvironment(map: YAMLMap, outer: Variables): Variables {
    const variables = new Variables(outer);
    this.#matrix(map, variables);
    for (const { key, value } of map.items) {
      if (!isScalar(key) || !environmentKeys.has(String(key.value))) continue;
      const node = this.#resolve(value);
      const assignments = this.#assignments(node, outer);
      for (const { name, value } of assignments) variables.set(name, value.values);
      const [first] = assignments;
      if (first === undefined) continue;
      this.commands.push({ words: [], assignments, span: first.value.span, ...this.#image(map) });
    }
    return variables;
  }

  #image(map: YAMLMap): Pick<Command, 'image'> {
    const image = this.#resolve(map.get('image', true));
    return isTextScalar(image) ? { image: this.#word(image, new Variables()) } : {};
  }

  /** `strategy.matrix`: a job runs once with each value. */
  #matrix(map: YAMLMap, variables: Variables): void {
    const strategy = this.#resolve(map.get('strategy', true));
    const matrix = isMap(strategy) ? this.#resolve(strategy.get('matrix', true)) : undefined;
    if (!isMap(matrix)) return;
    for (const { key, value } of matrix.items) {
      const values = this.#resolve(value);
      if (!isScalar(key) || !isSeq(values)) continue;
      const words = values.items.filter(isScalar).map(item => this.#word(item, variables));
      variables.set(
        `matrix_${String(key.value)}`,
        words.flatMap(word => word.values),
      );
    }
  }

  /** A map of names, a list of `NAME=value`, or a list of `name:` and `value:`. */
  #assignments(node: unknown, variables: Variables): readonly CommandAssignment[] {
    if (isMap(node)) {
      return node.items.flatMap(({ key, value }) => this.#assignment(key, value, variables));
    }
    if (!isSeq(node)) return [];
    return node.items.flatMap(written => {
      const item = this.#resolve(written);
      if (isMap(item)) return this.#assignment(item.get('name', true), item.get('value', true), variables);
      if (!isTextScalar(item)) return [];
      const name = /^(\w+)=/.exec(item.value)?.[1];
      if (name === undefined) return [];
      const word = this.#word(item, variables);
      return [{ name, value: afterName(word, name.length + 1), isExported: true }];
    });
  }

  #assignment(key: unknown, written: unknown, variables: Variables): readonly CommandAssignment[] {
    const value = this.#resolve(written);
    if (!isScalar(key) || !isScalar(value) || value.value === null) return [];
    return [{ name: String(key.value), value: this.#word(value, variables), isExported: true }];
  }
}

function isScript(node: unknown): boolean {
  return isTextScalar(node) && node.type === 'BLOCK_LITERAL' && /[^\\\s][ \t]*\n\s*[^-\s]/.test(node.value);
}

/** `env.NAME` is a variable of the shell too, `matrix.name` one that only this reader sets; the rest is not known. */
function asVariable(name = ''): string {
  const variable = /^(?:env\.|(?=matrix\.))([\w.-]+)$/.exec(name)?.[1];
  return `\${${(variable ?? '_').replaceAll(/\W/g, '_')}}`;
}

function afterName(word: Word, length: number): Word {
  const values = word.values.map(value => [sliceValue(value, word.span, length, textOf(value).length)]);
  const span = values[0]?.[0]?.span ?? word.span;
  return makeWord(values, span);
}

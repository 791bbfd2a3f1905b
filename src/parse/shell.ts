import {
  type AndOr,
  type ArrayValue,
  type Assignment,
  type Command as CommandNode,
  type Function as FunctionNode,
  forEachChild,
  parse,
  type SyntaxNode,
} from 'unbash';
import {
  type Command,
  type CommandAssignment,
  sliceValue,
  textOf,
  type Word,
  type WordValue,
} from '../model/command.ts';
import { pythonPlace } from '../model/program-name.ts';
import { compareSpans, type Span } from '../model/source.ts';
import { printedText } from './command-code.ts';
import { type MappedText, replaceIn, wholeText } from './mapped-text.ts';
import { nestsTooDeep } from './nesting.ts';
import { Folders } from './shell-folders.ts';
import { mergeBranches, Variables } from './shell-variables.ts';
import { makeWord, WordReader, wordOfText } from './shell-words.ts';

/** Longer scripts were not written by a person. */
const maxLength = 1_000_000;
const maxCommands = 20_000;
/** `sh -c "sh -c …"`: deeper is not read. */
const maxNesting = 3;
/** A line meant to go on, with a blank or a comment behind its backslash: no command starts with the flag on the next one. */
const brokenEnd = /(?<=[ \t])\\[ \t]+(?:#[^\n]*)?(?=\n[ \t]*-)/g;
const substitutions = /[$<>]\(|\$\{|[)}]/g;

/** Why a script would not be read, or only in part; undefined where nothing stands against it. */
export function scriptProblem(text: string): string | undefined {
  if (text.length > maxLength) return 'is too long for a script: not read';
  return nestsTooDeep(text, substitutions) ? 'is nested too deep: not read' : undefined;
}

/** Every simple command of a script in source order, those of substitutions and functions included. Never throws. */
export function readCommands(
  source: string | MappedText,
  variables: Variables = new Variables(),
): readonly Command[] {
  return readScript(typeof source === 'string' ? wholeText(source) : source, variables, 0);
}

function readScript(source: MappedText, variables: Variables, nesting: number): readonly Command[] {
  if (nesting > maxNesting || scriptProblem(source.text) !== undefined) return [];
  const foreign = foreignScript(source);
  if (foreign !== undefined) return [foreign];
  const meant = replaceIn(source, brokenEnd, () => '\\');
  const reader = new ShellReader(meant, variables, nesting);
  try {
    reader.read(parse(meant.text));
  } catch {
    // Nesting deeper than the stack ends here: what was read before it stands.
  }
  return reader.commands.toSorted((a, b) => compareSpans(a.span, b.span));
}

/** What its first line gives to Python: `#!/usr/bin/env python3`. */
function foreignScript(source: MappedText): Command | undefined {
  const line = /^#![ \t]*(\S.*)/.exec(source.text);
  const span = source.span(0, line?.[0].length ?? 0);
  const words = (line?.[1] ?? '').split(/\s+/).map(text => makeWord([[{ text, span, trail: [] }]], span));
  if (pythonPlace(words) < 0) return undefined;
  return { words, assignments: [], input: wordOfText(source), span };
}

/** A command whose words need no shell: the exec form of a Dockerfile, a list of arguments. A script given to `sh -c` is read. */
export function commandOfWords(words: readonly Word[], span: Span, nesting = 0): readonly Command[] {
  const command: Command = { words, assignments: [], span };
  return [command, ...scriptsOf(command, new Variables(), nesting)];
}

const shells = /^(?:.*\/)?(?:ba|z|da|k)?sh$/;

/** The script that the command hands to a shell, read as well. */
function scriptsOf(command: Command, variables: Variables, nesting: number): readonly Command[] {
  const script = scriptIn(command);
  const value = script?.values[0];
  if (script === undefined || value === undefined) return [];
  const text = {
    text: textOf(value),
    span: (start: number, end: number) => sliceValue(value, script.span, start, end).span,
  };
  return readScript(text, new Variables(variables), nesting + 1);
}

/** `bash -c "…"`, `bash <<EOF`, `eval "…"`. */
function scriptIn({ words, input }: Command): Word | undefined {
  if (words[0]?.text === 'eval') return words[1];
  const shell = words.findIndex(word => word.text !== undefined && shells.test(word.text));
  if (shell < 0) return undefined;
  const option = words.findIndex((word, index) => index > shell && /^-[a-z]*c$/.test(word.text ?? ''));
  if (option >= 0) return words[option + 1];
  return words.slice(shell + 1).every(({ text }) => text?.startsWith('-') === true) ? input : undefined;
}

/** Words that set variables and are followed by `NAME=value`. */
const declaring = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);

class ShellReader {
  readonly commands: Command[] = [];
  readonly #source: MappedText;
  readonly #nesting: number;
  readonly #functions = new Map<string, FunctionNode>();
  readonly #pending: FunctionNode[] = [];
  /** What the functions are called with: for each name the words at each position. */
  readonly #arguments = new Map<string, WordValue[][]>();
  #variables: Variables;
  #words: WordReader;
  readonly #folders = new Folders();
  /** Above 0 an assignment may or may not happen. */
  #conditions = 0;

  constructor(source: MappedText, variables: Variables, nesting: number) {
    this.#source = source;
    this.#variables = variables;
    this.#words = new WordReader(source, variables);
    this.#nesting = nesting;
  }

  /**
   * Functions are read after what stands outside of them, the last first: helpers are written above what calls them,
   * so that their calls are known by then.
   */
  read(script: SyntaxNode): void {
    this.#visit(script);
    const globals = this.#variables;
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      this.#use(new Variables(globals));
      this.#folders.startFunction(next.name.value);
      for (const [index, values] of (this.#arguments.get(next.name.value) ?? []).entries()) {
        this.#variables.set(String(index + 1), values);
      }
      this.#visit(next.body);
    }
  }

  #visit(node: SyntaxNode): void {
    if (this.commands.length >= maxCommands) return;
    switch (node.type) {
      case 'Command':
        this.#command(node);
        return;
      case 'Function':
        this.#functions.set(node.name.value, node);
        this.#pending.push(node);
        return;
      case 'For':
      case 'Select': {
        const words = (node.wordlist ?? []).flatMap(word => this.#words.read(word));
        this.#variables.set(
          node.name.value,
          words.flatMap(word => word.values),
        );
        return this.#conditionally(node);
      }
      case 'AndOr':
        return this.#alternatives(node);
      case 'Statement':
        // What goes on in the background has a shell of its own.
        return node.background === true
          ? this.#folders.apart(() => this.#children(node))
          : this.#children(node);
      case 'Pipeline':
        return this.#pipeline(node.commands);
      case 'If':
        this.#visit(node.clause);
        return this.#branches(
          [node.then, ...node.elif, ...(node.else ? [node.else] : [])],
          node.else !== undefined,
        );
      case 'Case':
        this.#visit(node.word);
        return this.#branches(node.items, false);
      case 'While':
      case 'ArithmeticFor':
        return this.#conditionally(node);
      case 'HereDoc':
        return;
      case 'Subshell':
        return this.#folders.apart(() => this.#children(node));
      default:
        return this.#children(node);
    }
  }

  #children(node: SyntaxNode): void {
    forEachChild(node, child => this.#visit(child));
  }

  #conditionally(node: SyntaxNode): void {
    this.#conditions += 1;
    this.#folders.perhaps(() => this.#children(node));
    this.#conditions -= 1;
  }

  /** Each branch starts from what holds before; what holds after is what any of them leaves. */
  #branches(nodes: readonly SyntaxNode[], isExhaustive: boolean): void {
    const before = this.#variables;
    const branches = this.#folders.branches(nodes, isExhaustive, node => {
      this.#use(new Variables(before));
      this.#visit(node);
      return this.#variables;
    });
    this.#use(before);
    mergeBranches(before, branches, isExhaustive && this.#conditions === 0);
  }

  #use(variables: Variables): void {
    this.#variables = variables;
    this.#words = new WordReader(this.#source, variables);
  }

  /** `a && b || c`: only the first is sure to run. Where one behind `||` leads, the script seldom goes on. */
  #alternatives({ commands: [first, ...others], operators }: AndOr): void {
    if (first !== undefined) this.#visit(first);
    this.#conditions += 1;
    for (const [index, other] of others.entries()) {
      if (operators[index] === '||') this.#folders.apart(() => this.#visit(other));
      else this.#visit(other);
    }
    this.#conditions -= 1;
  }

  /** What one command prints the next one reads. */
  #pipeline(nodes: readonly SyntaxNode[]): void {
    let printed: Word | undefined;
    for (const node of nodes) {
      const command = node.type === 'Command' ? this.#command(node, printed) : undefined;
      if (command === undefined) this.#visit(node);
      printed = command && printedText(command);
    }
  }

  #command(node: CommandNode, piped?: Word): Command {
    // Substitutions run before the command that uses their output, each in a shell of its own.
    this.#folders.apart(() => this.#children(node));
    const written = node.args.filter(argument => argument.type === 'Word');
    const words = [...(node.name ? [node.name] : []), ...written].flatMap(word => this.#words.read(word));
    const [name] = words;
    const isDeclaring = declaring.has(name?.text ?? '');
    const isExported = isDeclaring ? name?.text === 'export' : words.length > 0;
    const prefix = node.prefix.filter(item => item.type === 'Assignment');
    const suffix = isDeclaring ? node.args.filter(argument => argument.type === 'Assignment') : [];
    const assignments = [...prefix, ...suffix].map(item => this.#assignment(item, isExported));
    if (words.length === 0 || isDeclaring) this.#assign([...prefix, ...suffix], assignments);
    this.#noteCall(words);
    const folder = this.#folders.current;
    this.#folders.enter(words, this.#source.text.slice(node.args[0]?.pos, node.args[0]?.end));
    const command = {
      words: isDeclaring ? [] : this.#withAssignmentsAsWords(node, words),
      assignments,
      ...this.#streams(node, piped),
      ...(folder && { folder }),
      span: this.#source.span(node.pos, node.end),
    };
    this.#add(command);
    return command;
  }

  #streams({ redirects }: CommandNode, piped: Word | undefined): Pick<Command, 'input' | 'output'> {
    let input = piped;
    let output: Word | undefined;
    for (const redirect of redirects) {
      const isPrinted = redirect.type === 'Redirect' && /^&?>/.test(redirect.operator);
      if (redirect.type === 'HereDoc') input = this.#words.readDocument(redirect);
      else if (redirect.type === 'HereString')
        input = redirect.target && this.#words.readWhole(redirect.target);
      else if (isPrinted && redirect.descriptor === undefined)
        output = redirect.target && this.#words.readWhole(redirect.target);
      else if (redirect.operator === '<') input = undefined;
    }
    return { ...(input && { input }), ...(output && { output }) };
  }

  /** `lm_eval model=x`: behind a program, what looks like an assignment is a word. */
  #withAssignmentsAsWords(node: CommandNode, words: readonly Word[]): readonly Word[] {
    if (!node.args.some(argument => argument.type === 'Assignment')) return words;
    const later = node.args.flatMap(argument => {
      if (argument.type === 'Word') return this.#words.read(argument);
      const { pos, end, text } = argument;
      const span = this.#source.span(pos, end);
      return makeWord([[{ text, span, trail: [] }]], span);
    });
    return [...(node.name ? this.#words.read(node.name) : []), ...later];
  }

  #add(command: Command): void {
    if (command.words.length === 0 && command.assignments.length === 0) return;
    this.commands.push(command, ...scriptsOf(command, this.#variables, this.#nesting));
  }

  #assignment({ name, value }: Assignment, isExported: boolean): CommandAssignment {
    return { name, value: this.#assigned(value), isExported };
  }

  /** Of a list, any item may be used. */
  #assigned(value: Assignment['value']): Word {
    if (value.type === 'Word') return this.#words.readWhole(value);
    const items = value.elements.flatMap(item => this.#words.read(item));
    const span = this.#source.span(value.pos, value.end);
    return makeWord(
      items.flatMap(item => item.values.map(itemValue => withoutKey(itemValue, item.span))),
      span,
    );
  }

  #assign(nodes: readonly Assignment[], assignments: readonly CommandAssignment[]): void {
    for (const [index, { name, value }] of assignments.entries()) {
      const node = nodes[index];
      const isAdding = node?.append === true || node?.index !== undefined;
      const isList = isArray(node?.value);
      const values = isAdding && !isList && node?.index === undefined ? [] : value.values;
      this.#variables.set(name, values, this.#conditions > 0 || isAdding);
    }
  }

  #noteCall([name, ...given]: readonly Word[]): void {
    if (name?.text === undefined || !this.#functions.has(name.text)) return;
    this.#folders.noteCall(name.text);
    const positions = this.#arguments.get(name.text) ?? [];
    for (const [index, word] of given.slice(0, 9).entries()) {
      const values = positions[index] ?? [];
      if (values.length < 100) values.push(...word.values);
      positions[index] = values;
    }
    this.#arguments.set(name.text, positions);
  }
}

function isArray(value: Assignment['value'] | undefined): value is ArrayValue {
  return value?.type === 'ArrayValue';
}

/** `[name]=value` of an associative list is its value. */
function withoutKey(value: WordValue, span: Span): WordValue {
  const text = textOf(value);
  const key = /^\[[^\]]*\]=/.exec(text)?.[0];
  return key === undefined ? value : [sliceValue(value, span, key.length, text.length)];
}

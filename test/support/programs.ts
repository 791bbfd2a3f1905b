import fc from 'fast-check';

/** Small programs of one to four files, put together from what programs are made of; some of it broken. */
export type Program = Readonly<Record<string, string>>;

const modules = ['a', 'b', 'c', 'd'] as const;
const names = ['name', 'other', 'Config', 'make'] as const;

const name = fc.constantFrom(...names);
/** Most programs have the first ones alone. */
const imported = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd');
const id = fc.oneof(
  fc.constantFrom('org/model', 'bert-base-uncased', 'x', '', 'org/', './local', 'a b', 'org/ü😀'),
  fc.string({ unit: 'binary', maxLength: 5 }).map(text => text.replaceAll(/["'`\\\n\r${}\u2028\u2029]/g, '')),
);
const broken = fc.constantFrom(
  '(',
  ')',
  '[',
  '}',
  '"',
  "'",
  '"""',
  '`',
  '\\',
  ':',
  '=',
  '\0',
  '\ud800',
  '#',
  '/*',
  '<',
  'async',
  '@',
  '\t',
  '\r',
  '\u2028',
  '🤗',
  '...',
  'else',
  '=>',
  '**',
  '%',
  '!',
);

interface Grammar {
  readonly expression: string;
  readonly statement: string;
  readonly block: string;
}

export const pythonPrograms: fc.Arbitrary<Program> = programs('.py', python(), [
  'from transformers import AutoModel, pipeline\n',
  'import transformers as t\n',
]);

export const scriptPrograms: fc.Arbitrary<Program> = programs('.ts', script(), [
  'import { pipeline, AutoModel } from "@huggingface/transformers";\n',
  'const t = require("@xenova/transformers");\n',
]);

function programs(
  ending: string,
  statement: fc.Arbitrary<string>,
  heads: readonly string[],
): fc.Arbitrary<Program> {
  const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
  const text = fc
    .tuple(
      fc.constantFrom(...heads),
      fc.array(statement, { maxLength: 10 }),
      lineEnd,
      fc.constantFrom('', '', '\ufeff'),
    )
    .map(
      ([head, statements, end, mark]) =>
        mark + [head.trimEnd(), ...statements].join('\n').replaceAll('\n', end),
    );
  return fc
    .array(text, { minLength: 1, maxLength: modules.length })
    .map(texts => Object.fromEntries(texts.map((content, index) => [`${modules[index]}${ending}`, content])));
}

/** What links a program's parts, without which nothing leads anywhere. */
function often<T>(arbitrary: fc.Arbitrary<T>): {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<T>;
} {
  return { weight: 6, arbitrary };
}

function indented(text: string): string {
  return text
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n');
}

function python(): fc.Arbitrary<string> {
  const module = imported;
  const { statement } = fc.letrec<Grammar>(tie => {
    const inner = tie('expression');
    return {
      expression: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.oneof(
          id.map(text => `"${text}"`),
          id.map(text => `r'${text}'`),
          id.map(text => `"""${text}"""`),
          name,
          fc.constantFrom('None', '0', '"\\x6frg/m"', 'self.model', 'args.model'),
        ),
        fc.tuple(inner, inner).map(([a, b]) => `${a} + ${b}`),
        fc.tuple(inner, inner).map(([a, b]) => `(${a} % ${b})`),
        fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} if ${b} else ${c})`),
        fc.tuple(inner, inner).map(([a, b]) => `(${a} or ${b})`),
        fc.tuple(name, id).map(([a, b]) => `f"${b}{${a}}"`),
        fc.tuple(inner, inner).map(([a, b]) => `{${a}: ${b}, **${a}}`),
        fc.array(inner, { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
        fc.tuple(inner, inner).map(([a, b]) => `(${a})[${b}]`),
        fc.tuple(name, inner).map(([a, b]) => `${a}(${b})`),
        fc.tuple(inner, name).map(([a, b]) => `(${a}).${b}`),
        fc.tuple(inner, name, inner).map(([a, b, c]) => `[${a} for ${b} in ${c}]`),
        fc.tuple(name, inner).map(([a, b]) => `(lambda ${a}: ${b})`),
        fc.tuple(inner, inner).map(([a, b]) => `"{}/{}".format(${a}, ${b})`),
        inner.map(a => `"/".join(${a})`),
        fc.tuple(inner, inner).map(([a, b]) => `os.getenv(${a}, ${b})`),
      ),
      statement: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.tuple(name, inner).map(([a, b]) => `${a} = ${b}`),
        inner.map(a => `AutoModel.from_pretrained(${a})`),
        often(fc.tuple(name, id).map(([a, b]) => `${a} = "${b}"`)),
        often(fc.tuple(name, id).map(([a, b]) => `def ${a}(name="${b}"):\n    return name`)),
        often(
          fc.tuple(module, name).map(([a, b]) => `from ${a} import ${b}\nAutoModel.from_pretrained(${b})`),
        ),
        often(fc.tuple(name, name).map(([a, b]) => `AutoModel.from_pretrained(${a}(${b}))`)),
        inner.map(a => `AutoModel.from_pretrained(${a}, revision=${a})`),
        inner.map(a => `pipeline("text-generation", model=${a})`),
        fc.tuple(name, inner).map(([a, b]) => `${a} += ${b}`),
        fc.tuple(name, name, inner).map(([a, b, c]) => `${a}, *${b} = ${b} = ${c}`),
        fc.tuple(name, name, inner).map(([a, b, c]) => `${a}.${b} = ${a}[${c}] = ${c}`),
        fc.tuple(module, name, name).map(([a, b, c]) => `from ${a} import ${b} as ${c}`),
        module.map(a => `from .${a} import *`),
        fc.tuple(module, name).map(([a, b]) => `import ${a} as ${b}`),
        fc.tuple(name, inner).map(([a, b]) => `parser.add_argument("--${a}", default=${b})`),
        fc
          .tuple(name, name, inner, tie('block'), inner)
          .map(([a, b, c, d, e]) => `def ${a}(${b}=${c}, **model):\n${d}\n    return ${e}`),
        fc.tuple(name, name, tie('block')).map(([a, b, c]) => `class ${a}(${b}, AutoModel):\n${c}`),
        fc.tuple(name, inner, tie('block')).map(([a, b, c]) => `for ${a} in ${b}:\n${c}`),
        fc.tuple(inner, tie('block'), tie('block')).map(([a, b, c]) => `if ${a}:\n${b}\nelse:\n${c}`),
        fc.tuple(inner, name, tie('block')).map(([a, b, c]) => `with ${a} as ${b}:\n${c}`),
        inner.map(a => `@parametrize("name", ${a})\ndef test(name):\n    AutoModel.from_pretrained(name)`),
        broken,
        fc.tuple(inner, broken, inner).map(([a, b, c]) => `${a}${b}${c}`),
      ),
      block: fc
        .array(tie('statement'), { minLength: 1, maxLength: 3 })
        .map(lines => indented(lines.join('\n'))),
    };
  });
  return statement;
}

function script(): fc.Arbitrary<string> {
  const module = imported.map(file => `"./${file}"`);
  const { statement } = fc.letrec<Grammar>(tie => {
    const inner = tie('expression');
    return {
      expression: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.oneof(
          id.map(text => `"${text}"`),
          id.map(text => `'${text}'`),
          id.map(text => `\`${text}\``),
          name,
          fc.constantFrom('null', '0', '"\\x6frg/m"', 'this.model', 'process.env.MODEL'),
        ),
        fc.tuple(inner, inner).map(([a, b]) => `${a} + ${b}`),
        fc.tuple(inner, inner).map(([a, b]) => `(${a} ?? ${b})`),
        fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
        fc.tuple(inner, id).map(([a, b]) => `\`${b}\${${a}}\``),
        fc.tuple(name, inner).map(([a, b]) => `{ ${a}: ${b}, ...${a} }`),
        fc.array(inner, { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
        fc.tuple(inner, inner).map(([a, b]) => `(${a})[${b}]`),
        fc.tuple(name, inner).map(([a, b]) => `${a}(${b})`),
        fc.tuple(inner, name).map(([a, b]) => `(${a})?.${b}`),
        fc.tuple(inner, name, inner).map(([a, b, c]) => `${a}.map(${b} => ${c})`),
        fc.tuple(name, inner).map(([a, b]) => `(({ ${a} = ${b} }) => ${a})`),
        fc.tuple(inner, inner).map(([a, b]) => `(${a} as ${b})`),
        inner.map(a => `new Config(${a})`),
      ),
      statement: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.tuple(name, inner).map(([a, b]) => `export const ${a} = ${b};`),
        inner.map(a => `await pipeline("text-generation", ${a});`),
        often(fc.tuple(name, id).map(([a, b]) => `export const ${a} = "${b}";`)),
        often(fc.tuple(name, id).map(([a, b]) => `export function ${a}(name = "${b}") {\nreturn name;\n}`)),
        often(
          fc
            .tuple(module, name)
            .map(([a, b]) => `import { ${b} } from ${a};\npipeline("text-generation", ${b});`),
        ),
        often(fc.tuple(name, name).map(([a, b]) => `pipeline("text-generation", ${a}(${b}));`)),
        inner.map(a => `AutoModel.from_pretrained(${a}, { revision: ${a} });`),
        fc.tuple(name, name, inner).map(([a, b, c]) => `let { ${a}, x: [${b}, ...rest] } = ${c};`),
        fc.tuple(name, name, inner).map(([a, b, c]) => `${a}.${b} = ${a}[${c}] = ${c};`),
        fc.tuple(module, name, name).map(([a, b, c]) => `import ${b}, { ${c} } from ${a};`),
        fc.tuple(module, name).map(([a, b]) => `export * from ${a}; export { ${b} } from ${a};`),
        fc.tuple(module, name).map(([a, b]) => `import * as ${b} from ${a};`),
        fc
          .tuple(name, inner, tie('block'), inner)
          .map(([a, b, c, d]) => `export function ${a}(model = ${b}, ...rest) {\n${c}\nreturn ${d}; }`),
        fc
          .tuple(name, name, inner, tie('block'))
          .map(
            ([a, b, c, d]) =>
              `class ${a} extends ${b} { static model = ${c}; constructor(private name: string) {\n${d}\n} }`,
          ),
        fc.tuple(name, inner).map(([a, b]) => `enum ${a} { name = ${b} }`),
        fc.tuple(name, inner, tie('block')).map(([a, b, c]) => `for (const ${a} of ${b}) {\n${c}\n}`),
        fc
          .tuple(inner, tie('block'), tie('block'))
          .map(([a, b, c]) => `if (${a}) {\n${b}\n} else {\n${c}\n}`),
        inner.map(a => `module.exports = { ...require("./a"), model: ${a} };`),
        broken,
        fc.tuple(inner, broken, inner).map(([a, b, c]) => `${a}${b}${c}`),
      ),
      block: fc.array(tie('statement'), { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n')),
    };
  });
  return statement;
}

/** A text with stretches of it taken out, doubled, moved or overwritten. */
export function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: text.length });
  const length = fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: text.length }));
  const change = fc.tuple(
    fc.constantFrom('drop', 'double', 'move', 'write'),
    place,
    length,
    place,
    fc.oneof(broken, id),
  );
  return fc.array(change, { minLength: 1, maxLength: 4 }).map(changes => {
    let result = text;
    for (const [kind, from, count, to, piece] of changes) {
      const taken = result.slice(from, from + count);
      if (kind === 'drop') result = result.slice(0, from) + result.slice(from + count);
      else if (kind === 'double') result = result.slice(0, to) + taken + result.slice(to);
      else if (kind === 'write') result = result.slice(0, from) + piece + result.slice(from);
      else {
        const rest = result.slice(0, from) + result.slice(from + count);
        result = rest.slice(0, to) + taken + rest.slice(to);
      }
    }
    return result;
  });
}

import { textOf, type Word } from './command.ts';

/** Programs that run the command behind them. Their own options are stepped over by looking for a program that is known. */
export const wrappers = new Set(
  (
    'sudo doas env nohup nice time timeout stdbuf exec command xargs watch setsid numactl taskset gosu tini dumb-init ' +
    'docker podman nerdctl docker-compose kubectl oc singularity apptainer enroot ssh srun sbatch mpirun bsub ' +
    'uv uvx poetry pipenv pdm hatch rye pixi conda mamba micromamba tmux screen xvfb-run nsys ncu nvprof ' +
    'if then do ! while cog sky ray run'
  ).split(' '),
);

/** Options of Python itself that take a word: `python -W ignore script.py`. */
const pythonOptions = new Set(['-W', '-X', '-Q', '--check-hash-based-pycs']);

/** `-c`, other letters before it or the code itself behind it. */
export const codeOption = /^-(?:c|[A-Za-z]+c$)/;

/** The program that a word starts, where it is one whatever the word stands for: `/usr/bin/python3.11` is `python`. */
export function programName(word: Word | undefined): string | undefined {
  const [name, ...others] = new Set(word?.values.map(value => nameIn(textOf(value))));
  return others.length === 0 ? name : undefined;
}

function nameIn(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.exe$/, '');
  return /^(?:python|py|pypy)[\d.]*w?$/.test(name) ? 'python' : name;
}

/**
 * Where among the words of a command Python starts, at once or behind programs that run others; below 0 where it does not.
 * Machines, images and environments may bear its name too: the program is what is given what it takes.
 */
export function pythonPlace(words: readonly Word[]): number {
  if (programName(words[0]) === 'python') return 0;
  if (!wrappers.has(programName(words[0]) ?? '')) return -1;
  const named = [...words.keys()].filter(index => programName(words[index]) === 'python');
  return named.find(at => isGivenCode(words, at)) ?? named.find(at => !named.includes(at + 1)) ?? -1;
}

/** Whether behind the name of Python stands code of its own, a module or a script. */
function isGivenCode(words: readonly Word[], place: number): boolean {
  const next = pythonWords(words.slice(place))[1];
  return (
    next?.values.some(value => /^-$|^-m|\.py$/.test(textOf(value)) || codeOption.test(textOf(value))) === true
  );
}

/** Python's words without its own options, so that `-m`, `-c` or the script comes next. */
export function pythonWords(words: readonly Word[]): readonly Word[] {
  let next = 1;
  while (isOwnOption(words[next]?.text ?? '')) next += pythonOptions.has(words[next]?.text ?? '') ? 2 : 1;
  return [...words.slice(0, 1), ...words.slice(next)];
}

function isOwnOption(text: string): boolean {
  return /^-(?!m$)./.test(text) && !codeOption.test(text);
}

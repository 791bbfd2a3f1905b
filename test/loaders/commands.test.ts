import assert from 'node:assert/strict';
import { commandReferences } from '../../src/loaders/commands/command-references.ts';
import { tools } from '../../src/loaders/commands/registry.generated.ts';
import type { CommandModel } from '../../src/loaders/commands/tool.ts';
import { readDockerfile } from '../../src/parse/dockerfile.ts';
import { readCommands } from '../../src/parse/shell.ts';
import { readWorkflow } from '../../src/parse/workflow.ts';
import { written } from '../support/written.ts';

const inShell = (text: string): readonly CommandModel[] => commandReferences(readCommands(text));
const names = (models: readonly CommandModel[]): readonly string[] =>
  models.map(({ kind, hub, target }) => `${kind} ${hub}:${target}`);

describe('tools find what their examples say, and nothing else', () => {
  for (const tool of tools) {
    for (const [index, example] of tool.examples.entries()) {
      it(`${tool.name} ${index + 1}: ${example.finds.join(', ') || 'no model'}`, () => {
        const found = inShell(example.command).filter(model => model.kind === 'loaded');
        assert.deepEqual(
          found.map(({ hub, target }) => `${hub}:${target}`),
          example.finds,
        );
        assert.ok(found.every(model => written(example.command, model.span) === model.id));
        assert.ok(found.every(model => model.tool === tool.name));
      });
    }
  }
});

describe('a model in a command', () => {
  it('is shown where it is written, not where the variable is used', () => {
    const text = 'MODEL="org/tiny"\nvllm serve --revision v2 "$MODEL"';
    const [model] = inShell(text);
    assert.ok(model);
    assert.equal(written(text, model.span), 'org/tiny');
    assert.deepEqual(
      model.trail.map(span => written(text, span)),
      ['$MODEL'],
    );
    assert.equal(model.revision, 'v2');
  });

  it('has its address, revision and file read from a link to the hub', () => {
    const text = 'wget https://huggingface.co/org/tiny/resolve/abc/weights/model.bin';
    const [model] = inShell(text);
    assert.deepEqual([model?.id, model?.revision, model?.filename], ['org/tiny', 'abc', 'weights/model.bin']);
    assert.equal(model && written(text, model.span), 'org/tiny');
  });

  it('counts as undecided when only the run knows which', () => {
    const [model] = inShell('vllm serve "$1"');
    assert.deepEqual([model?.kind, model?.id], ['loaded', undefined]);
  });

  it('is one of several where the script decides', () => {
    const text = 'if [ "$1" = big ]; then M=org/big; else M=org/small; fi\nollama pull $M';
    assert.deepEqual(names(inShell(text)), ['loaded ollama:org/big', 'loaded ollama:org/small']);
  });

  it('is found behind sudo, in a container, in a shell of a shell and after uv run', () => {
    const lines = [
      'sudo -u me nohup vllm serve org/a &',
      'docker exec -it box ollama pull org/a',
      'bash -lc "cd x && hf download org/a"',
      'uv run --with vllm vllm serve org/a',
      'kubectl exec pod -- huggingface-cli download org/a',
    ];
    for (const line of lines) assert.equal(inShell(line)[0]?.id, 'org/a', line);
  });

  it('is not what is only spoken of', () => {
    assert.deepEqual(inShell('echo "vllm serve org/a"\necho vllm serve org/a\ngrep -r ollama run .'), []);
  });

  it('is left out when it is a data set, a space or a local path', () => {
    const lines = [
      'hf download org/data --repo-type=dataset',
      'git clone https://huggingface.co/spaces/org/demo',
      'vllm serve ./checkpoints/best',
      'wget https://huggingface.co/datasets/org/d/resolve/main/model.bin',
    ];
    for (const line of lines) assert.deepEqual(inShell(line), [], line);
  });
});

describe('a flag given to a script', () => {
  const flags = (text: string): readonly string[] =>
    inShell(text).map(({ script, id }) => `${script?.path} ${script?.flag ?? script?.position} ${id}`);

  it('comes with the script, the flag and the value, whoever starts the script', () => {
    for (const start of [
      'python -u -W ignore',
      'accelerate launch --num_processes 2',
      'torchrun --nproc_per_node=8',
      'CUDA_VISIBLE_DEVICES=0 deepspeed --include localhost:0',
      'srun -N 1 python3.11',
      'python -m torch.distributed.launch --nproc_per_node 2',
    ]) {
      assert.deepEqual(
        flags(`${start} train.py --model_name_or_path org/a --lr 1e-4 --bf16 true --data x.json`),
        ['train.py --model_name_or_path org/a', 'train.py --data x.json'],
        start,
      );
    }
  });

  it('may be an override of Hydra, a word of its own, or given to a module', () => {
    assert.deepEqual(flags('python run.py model.name=org/a'), ['run.py model.name org/a']);
    assert.deepEqual(flags('python convert.py org/a'), ['convert.py 0 org/a']);
    assert.deepEqual(flags('python -m tools.run --model=org/a'), ['tools.run --model org/a']);
  });

  it('goes to each script that a variable may hold, in whatever folder', () => {
    assert.deepEqual(flags('if a; then\nS=a.py\nelse\nS=b.py\nfi\npython ./$S --model org/a'), [
      './a.py --model org/a',
      './b.py --model org/a',
    ]);
    assert.deepEqual(flags('torchrun $HERE/tools/run.py --model org/a'), ['tools/run.py --model org/a']);
  });
});

describe('the environment', () => {
  it('names a model when a name with an owner is set for other programs', () => {
    assert.deepEqual(names(commandReferences(readDockerfile('FROM x\nENV MODEL_ID=org/a MODEL_NAME=tiny'))), [
      'environment huggingface:org/a',
    ]);
    assert.deepEqual(names(inShell('docker run -e MODEL_ID=org/a image')), ['environment huggingface:org/a']);
    assert.deepEqual(names(inShell('MODEL_ID=org/a')), []);
  });

  it('of a service goes with the image that it runs', () => {
    const text = `services:
  tgi:
    image: ghcr.io/huggingface/text-generation-inference:3
    command: --model-id org/a --revision v1
    environment:
      - HF_MODEL_ID=org/b`;
    assert.deepEqual(names(commandReferences(readWorkflow(text))), [
      'loaded huggingface:org/a',
      'environment huggingface:org/b',
    ]);
  });
});

import assert from 'node:assert/strict';
import { findInText } from '../support/find-in-text.ts';

/** What the code is seen to do with each model, by id. */
async function actsIn(file: string, code: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const references = await findInText(file, code);
  return Object.fromEntries(references.map(({ target, acts = [] }) => [target, acts]));
}

const head = `from transformers import AutoModel, AutoTokenizer, Trainer, TrainingArguments
model = AutoModel.from_pretrained("a/model")
tokenizer = AutoTokenizer.from_pretrained("a/words")
`;

describe('what code does with a model it loads', () => {
  const cases: readonly [name: string, code: string, acts: readonly string[]][] = [
    ['nothing more', head, []],
    ['training', `${head}Trainer(model=model, args=None).train()\n`, ['fine-tunes']],
    ['training, by position', `${head}trainer = Trainer(model)\n`, ['fine-tunes']],
    [
      'training behind wrappers',
      `${head}from peft import get_peft_model\nready = get_peft_model(model.to("cuda"), None)\nTrainer(model=ready)\n`,
      ['fine-tunes'],
    ],
    [
      'training and pushing the trainer',
      `${head}trainer = Trainer(model=model)\ntrainer.train()\ntrainer.push_to_hub()\n`,
      ['fine-tunes', 'publishes'],
    ],
    [
      'training and pushing by its settings',
      `${head}args = TrainingArguments("out", push_to_hub=True)\nTrainer(model=model, args=args)\n`,
      ['fine-tunes', 'publishes'],
    ],
    [
      'training with settings that do not push',
      `${head}Trainer(model=model, args=TrainingArguments("out", push_to_hub=False))\n`,
      ['fine-tunes'],
    ],
    ['pushing alone', `${head}model.push_to_hub("me/copy")\n`, ['publishes']],
    ['pushing the tokenizer', `${head}tokenizer.push_to_hub("me/copy")\n`, []],
    [
      'in a class',
      `from transformers import AutoModel, Trainer
class Job:
    def __init__(self):
        self.model = AutoModel.from_pretrained("a/model")
    def run(self):
        Trainer(model=self.model).train()
`,
      ['fine-tunes'],
    ],
    ["another library's trainer", `${head}from lightning import Trainer\nTrainer(model)\n`, []],
    [
      'one of two',
      `${head}other = AutoModel.from_pretrained("a/other")\nTrainer(model=other if big else model)\n`,
      [],
    ],
    ['evaluation', `${head}model.eval()\nmodel.save_pretrained("out")\n`, []],
  ];
  for (const [name, code, acts] of cases) {
    it(`shows ${name}`, async () => assert.deepEqual((await actsIn('train.py', code))['a/model'], acts));
  }

  it('never shows for a tokenizer', async () => {
    const code = `${head}Trainer(model=model, tokenizer=tokenizer).push_to_hub()\n`;
    assert.deepEqual((await actsIn('train.py', code))['a/words'], []);
  });

  it('is to bundle what a Dockerfile fetches as the image is built', async () => {
    const dockerfile = 'FROM python\nRUN hf download a/model\nCMD ["hf", "download", "a/later"]\n';
    assert.deepEqual(await actsIn('Dockerfile', dockerfile), { 'a/model': ['bundles'], 'a/later': [] });
  });

  it('is to bundle what code loads that a Dockerfile runs as the image is built', async () => {
    const code = (id: string) => `from transformers import AutoModel\nAutoModel.from_pretrained("a/${id}")\n`;
    const dockerfile = `FROM python\nRUN python - <<EOF\n${code('model')}EOF\nCOPY <<EOF app.py\n${code('later')}EOF\n`;
    assert.deepEqual(await actsIn('Dockerfile', dockerfile), { 'a/model': ['bundles'], 'a/later': [] });
  });

  it('ends in circles', async () => {
    const code = `${head}a = b\nb = a\nTrainer(model=a).push_to_hub()\n`;
    assert.deepEqual((await actsIn('train.py', code))['a/model'], []);
  });

  it('is found out in little work, however much is done', async () => {
    const line = 'Trainer(model=m, args=TrainingArguments("o", push_to_hub=True)).push_to_hub()\n';
    const code = `${head}m = AutoModel.from_pretrained("a/m")\n${line.repeat(4000)}`;
    assert.deepEqual((await actsIn('train.py', code))['a/m'], ['fine-tunes', 'publishes']);
  });
});

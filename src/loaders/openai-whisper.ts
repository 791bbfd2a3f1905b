import { argument, type Loader, type Target } from './loader.ts';

const name = /^(tiny|base|small|medium)(\.en)?$|^large(-v[123](-turbo)?)?$|^turbo$/;

export const loader: Loader = {
  library: 'openai-whisper',
  language: 'python',
  modules: ['whisper'],
  calls: [{ callee: 'load_model', id: argument(0, 'name'), interpret }],
  examples: [
    { code: 'import whisper\nmodel = whisper.load_model("base.en")', finds: ['base.en'] },
    { code: 'import whisper\nmodel = whisper.load_model("weights/base.pt")', finds: [] },
  ],
};

function interpret(id: string): Target | undefined {
  return name.test(id) ? { hub: 'openai-whisper', target: id } : undefined;
}

import { argument, type Loader, type Target } from './loader.ts';

const published = /^(RN(50|101|50x4|50x16|50x64)|ViT-(B\/32|B\/16|L\/14|L\/14@336px))$/;

export const loader: Loader = {
  library: 'openai-clip',
  language: 'python',
  modules: ['clip'],
  calls: [{ callee: 'load', id: argument(0, 'name'), interpret }],
  examples: [
    { code: 'import clip\nmodel, preprocess = clip.load("ViT-B/32", device=device)', finds: ['ViT-B/32'] },
    { code: 'import clip\nmodel, preprocess = clip.load("checkpoints/finetuned.pt")', finds: [] },
    { code: 'import clip\nclip.available_models()\nclip.load(args.arch)', finds: [] },
  ],
};

function interpret(name: string): Target | undefined {
  return published.test(name) ? { hub: 'clip', target: name } : undefined;
}

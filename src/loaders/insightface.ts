import { argument, type Loader, type Target } from './loader.ts';

/** Packs the library downloads from its own releases; any other name is a folder below `root`. */
const packs = /^(antelope(v2)?|buffalo_(l|m|s|sc))$/;

export const loader: Loader = {
  library: 'insightface',
  language: 'python',
  modules: ['insightface'],
  calls: [{ callee: 'FaceAnalysis', id: argument(0, 'name'), interpret }],
  examples: [
    {
      code: 'from insightface.app import FaceAnalysis\napp = FaceAnalysis(name="buffalo_l", providers=["CPUExecutionProvider"])',
      finds: ['buffalo_l'],
    },
    { code: 'import insightface\ninsightface.app.FaceAnalysis("antelopev2")', finds: ['antelopev2'] },
    {
      code: 'import insightface\ninsightface.app.FaceAnalysis(name="my_pack", root="./models")\ninsightface.app.FaceAnalysis()\ninsightface.model_zoo.get_model("inswapper_128.onnx")',
      finds: [],
    },
  ],
};

function interpret(name: string): Target | undefined {
  return packs.test(name) ? { hub: 'library', target: `insightface/${name}` } : undefined;
}

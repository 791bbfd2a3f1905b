import { address, argument, type Loader, property, type Target } from './loader.ts';
import { owned } from './targets.ts';

export const loader: Loader = {
  library: 'node-llama-cpp',
  language: 'ecmascript',
  modules: ['node-llama-cpp'],
  calls: [
    { callee: 'resolveModelFile', id: argument(0), revision: {}, interpret },
    { callee: 'createModelDownloader', id: property(0, 'modelUri', 'modelUrl'), revision: {}, interpret },
  ],
  examples: [
    {
      code: "import { resolveModelFile } from 'node-llama-cpp';\nawait resolveModelFile('hf:mradermacher/Meta-Llama-3.1-8B-Instruct-GGUF:Q4_K_M');",
      finds: ['hf:mradermacher/Meta-Llama-3.1-8B-Instruct-GGUF:Q4_K_M'],
    },
    {
      code: "import { createModelDownloader } from 'node-llama-cpp';\ncreateModelDownloader({ modelUri: 'hf:giladgd/gpt-oss-20b-GGUF/gpt-oss-20b.MXFP4.gguf#v2' });\ncreateModelDownloader({ modelUrl: 'https://huggingface.co/bartowski/gemma-2-2b-it-GGUF/resolve/main/gemma-2-2b-it-Q4_K_M.gguf' });",
      finds: [
        'hf:giladgd/gpt-oss-20b-GGUF/gpt-oss-20b.MXFP4.gguf#v2',
        'https://huggingface.co/bartowski/gemma-2-2b-it-GGUF/resolve/main/gemma-2-2b-it-Q4_K_M.gguf',
      ],
    },
    {
      code: "import { getLlama, resolveModelFile } from 'node-llama-cpp';\nresolveModelFile('models/gemma.gguf');\n(await getLlama()).loadModel({ modelPath: 'models/gemma.gguf' });",
      finds: [],
    },
  ],
};

const scheme = /^(?:(?:hf|huggingface):(?:\/\/)?|(?:https?:\/\/)?(?:hf\.co|huggingface\.co)\/)/;

/** `hf:owner/name:quantization` or `hf:owner/name/file.gguf#branch`; a web address is a file's own. */
function interpret(id: string): Target | undefined {
  const file = address(id);
  if (file?.hub === 'huggingface' || !scheme.test(id)) return file;
  const [, name = '', filename, revision] =
    /^([^/:#]+\/[^/:#]+)(?::[^/#]*|\/([^#]+\.gguf))?(?:#(.+))?$/.exec(id.replace(scheme, '')) ?? [];
  const target = owned(name);
  if (!target) return undefined;
  return {
    ...target,
    ...(filename === undefined ? {} : { filename }),
    ...(revision === undefined ? {} : { revision }),
  };
}

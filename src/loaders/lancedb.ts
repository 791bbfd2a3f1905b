import { argument, huggingFace, keyword, type Loader, type LoadingCall, type Target } from './loader.ts';
import { openClipModel } from './open-clip.ts';
import { withNamespace } from './sentence-transformers.ts';
import { ollama } from './targets.ts';

type Interpret = (id: string) => Target | undefined;

/** What the registry knows a class as that embeds, the keyword that names its model, and what that means. */
const kinds: readonly (readonly [kind: string, name: string, id: string, interpret: Interpret])[] = [
  ['sentence-transformers', 'SentenceTransformerEmbeddings', 'name', withNamespace],
  ['gte-text', 'GteEmbeddings', 'name', withNamespace],
  ['instructor', 'InstructorEmbeddingFunction', 'name', withNamespace],
  ['huggingface', 'TransformersEmbeddingFunction', 'name', huggingFace],
  ['colbert', 'ColbertEmbeddings', 'name', huggingFace],
  ['siglip', 'SigLipEmbeddings', 'model_name', huggingFace],
  ['colpali', 'ColPaliEmbeddings', 'model_name', huggingFace],
  ['ollama', 'OllamaEmbeddings', 'name', ollama],
];

/** Made of what the registry has under a name, or of the class itself. */
const made = (kind: string, name: string, call: Omit<LoadingCall, 'callee'>): readonly LoadingCall[] => [
  {
    ...call,
    callee: 'get.().create',
    isMethod: true,
    madeWith: { argument: argument(0, 'name'), values: [kind] },
  },
  { ...call, callee: `${name}.create` },
];

export const loader: Loader = {
  library: 'lancedb',
  language: 'python',
  modules: ['lancedb'],
  calls: [
    ...kinds.flatMap(([kind, name, key, interpret]) => made(kind, name, { id: keyword(key), interpret })),
    ...made('open-clip', 'OpenClipEmbeddings', {
      id: keyword('name'),
      variant: keyword('pretrained'),
      interpret: openClipModel,
    }),
  ],
  examples: [
    {
      code: 'from lancedb.embeddings import get_registry\nget_registry().get("sentence-transformers").create(name="BAAI/bge-small-en-v1.5", device="cpu")',
      finds: ['BAAI/bge-small-en-v1.5'],
    },
    {
      code: 'from lancedb.embeddings import EmbeddingFunctionRegistry\nregistry = EmbeddingFunctionRegistry.get_instance()\nkind = registry.get("huggingface")\nkind.create(name="org/model")',
      finds: ['org/model'],
    },
    {
      code: 'from lancedb.embeddings import get_registry\nregistry = get_registry()\nregistry.get("siglip").create(model_name="org/vision")\nregistry.get("open-clip").create(name="ViT-L-14", pretrained="openai")',
      finds: ['org/vision', 'ViT-L-14'],
    },
    {
      code: 'from lancedb.embeddings import get_registry, SentenceTransformerEmbeddings\nget_registry().get("openai").create(name="text-embedding-3-small")\nget_registry().get("cohere").create(name="org/hosted")\nSentenceTransformerEmbeddings.create(name="all-mpnet-base-v2")',
      finds: ['all-mpnet-base-v2'],
    },
  ],
};

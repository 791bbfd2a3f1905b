import { argument, keyword, type Loader } from './loader.ts';
import { owned } from './targets.ts';

const clients = ['QdrantClient', 'AsyncQdrantClient'];

/** What a client embeds itself fastembed loads the model for; Qdrant's cloud runs it where the client asks for that. */
export const loader: Loader = {
  library: 'qdrant-client',
  language: 'python',
  modules: ['qdrant_client'],
  calls: [
    ...clients.flatMap(client =>
      ['set_model', 'set_sparse_model'].map(method => ({
        callee: `${client}.().${method}`,
        isMethod: true,
        id: argument(0, 'embedding_model_name'),
        interpret: owned,
      })),
    ),
    // What is to be embedded, each with the model that is to do it.
    ...['Document', 'Image', 'InferenceObject'].map(callee => ({
      callee,
      id: keyword('model'),
      isOftenOther: true,
      interpret: owned,
    })),
  ],
  examples: [
    {
      code: 'from qdrant_client import QdrantClient\nclient = QdrantClient(":memory:")\nclient.set_model("BAAI/bge-base-en-v1.5")\nclient.set_sparse_model(embedding_model_name="prithivida/Splade_PP_en_v1")',
      finds: ['BAAI/bge-base-en-v1.5', 'prithivida/Splade_PP_en_v1'],
    },
    {
      code: 'import qdrant_client\nclass Store:\n    def __init__(self, model="BAAI/bge-small-en-v1.5"):\n        self._client = qdrant_client.QdrantClient(url="http://localhost")\n        self._client.set_model(model)',
      finds: ['BAAI/bge-small-en-v1.5'],
    },
    {
      code: 'from qdrant_client import QdrantClient, models\nQdrantClient(":memory:").query_points("notes", query=models.Document(text="x", model="BAAI/bge-small-en-v1.5"))',
      finds: ['BAAI/bge-small-en-v1.5'],
    },
    {
      code: 'from docx import Document\nDocument(model="org/other")',
      finds: [],
    },
    {
      code: 'from qdrant_client import QdrantClient\nQdrantClient("org/place")\nother.set_model("org/other")',
      finds: [],
    },
  ],
};

import { argument, keyword, type Loader } from './loader.ts';
import { ollama } from './targets.ts';

export const loader: Loader = {
  library: 'ollama',
  language: 'python',
  modules: ['ollama'],
  calls: [
    ...['chat', 'generate', 'embed', 'embeddings', 'pull'].map(callee => ({
      callee,
      isMethod: true,
      id: argument(0, 'model'),
      interpret: ollama,
    })),
    // `model` is the name of the one that is made.
    { callee: 'create', isMethod: true, id: keyword('from_'), interpret: ollama },
  ],
  examples: [
    {
      code: 'import ollama\nollama.chat(model="llama3.2", messages=[])\nollama.pull("hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M")',
      finds: ['llama3.2', 'hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M'],
    },
    {
      code: 'from ollama import AsyncClient, embed\nMODEL = "gemma3:4b"\nasync def ask():\n    client = AsyncClient()\n    await client.generate(MODEL, "Why?")\nembed(model="all-minilm", input="text")',
      finds: ['gemma3:4b', 'all-minilm'],
    },
    {
      code: 'from ollama import Client\nclass Bot(Base):\n    def __init__(self):\n        self.client = Client(host=url)\n    def ask(self):\n        return self.client.chat(model="qwen3:8b", messages=[])',
      finds: ['qwen3:8b'],
    },
    {
      code: 'import ollama\nollama.list()\nollama.create(model="mario", from_="llama3.2")',
      finds: ['llama3.2'],
    },
    {
      code: 'import ollama\nollama.chat(model="gpt-oss:120b-cloud", messages=[])\nollama.chat(model="custom", messages=[])\nollama.chat(model="your_model_name")\nollama.embed("test-model")\nollama.chat(model="gpt-3.5-turbo")\nollama.push("me/mine")',
      finds: [],
    },
  ],
};

import type { Files } from '../model/outside.ts';
import type { ModelReference } from '../model/reference.ts';
import type { ResolvedReference } from './resolve-references.ts';

/** What ids name in the repository itself. */
export interface LocalPaths {
  /** References whose id nobody knows and that name a folder or file here: `from_pretrained("models/mine")`. */
  readonly localFolders: ReadonlySet<ModelReference>;
  /** References to published weights of which the file lies here: `YOLO("yolov8n.pt")` beside `yolov8n.pt`. */
  readonly bundled: ReadonlySet<ModelReference>;
}

const weightFile = /\.(?:pt|pth|bin|ckpt|safetensors|onnx|gguf|tflite|h5)$/i;

/** Looks where a program may start: anywhere above its own file. */
export async function findLocal(
  resolved: readonly ResolvedReference[],
  files: Pick<Files, 'exists'>,
): Promise<LocalPaths> {
  const seen = new Map<string, Promise<boolean>>();
  const isThere = (path: string): Promise<boolean> => {
    const answer = seen.get(path) ?? files.exists(path);
    seen.set(path, answer);
    return answer;
  };
  const lookAt = async (items: readonly ResolvedReference[]): Promise<ReadonlySet<ModelReference>> => {
    const found = items.map(async ({ reference }) => {
      const paths = foldersAbove(reference.range.file).map(folder => folder + (reference.id ?? ''));
      return (await Promise.all(paths.map(isThere))).includes(true) ? [reference] : [];
    });
    return new Set((await Promise.all(found)).flat());
  };
  return {
    localFolders: await lookAt(resolved.filter(mayBeFolder)),
    bundled: await lookAt(resolved.filter(mayBeWeights)),
  };
}

/** Only an id of the Hugging Face Hub can also be a path; a URL or the name of another hub is none. */
function mayBeFolder({ reference: { hub, id }, answer }: ResolvedReference): boolean {
  return hub === 'huggingface' && id !== undefined && answer?.lookup.state !== 'found';
}

function mayBeWeights({ reference: { hub, id } }: ResolvedReference): boolean {
  return hub !== 'huggingface' && hub !== 'url' && id !== undefined && weightFile.test(id);
}

/** `a/b/c.py` → '', `a/`, `a/b/`. */
function foldersAbove(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`)];
}

export function bundling(reference: ModelReference): ModelReference {
  return { ...reference, acts: [...(reference.acts ?? []), 'bundles'] };
}

import type { WeightFile, WeightFormat } from '../model/record.ts';

/** The first pattern that fits says what a file holds; undefined means that it holds no weights. */
const patterns: readonly (readonly [RegExp, WeightFormat | undefined])[] = [
  [/^(training_args|optimizer|scheduler|rng_state|scaler|random_states)[^/]*\.(bin|pt|pth|pkl)$/, undefined],
  [/\.safetensors$/, 'safetensors'],
  [/\.gguf$/, 'gguf'],
  [/\.onnx$/, 'onnx'],
  [/^openvino[^/]*\.(bin|xml)$/, 'openvino'],
  [/\.msgpack$/, 'flax'],
  [/(^saved_model\.pb|\.h5|\.keras|\.tflite|\.ckpt\.index)$/, 'tensorflow'],
  [/\.(mlmodel|mlpackage)$/, 'coreml'],
  [/\.(bin|pt|pth|ckpt|pkl|pickle|joblib)$/, 'pickle'],
];

/** The weights among a repository's files, told by their names. */
export function weightFilesOf(paths: readonly string[]): readonly WeightFile[] {
  return paths.flatMap(path => {
    const format = formatOfFile(path);
    return format === undefined ? [] : [{ path, format }];
  });
}

function formatOfFile(path: string): WeightFormat | undefined {
  // A Core ML package is a folder, whose files have names of their own.
  const file = path.replace(/(\.mlpackage)\/.*$/, '$1');
  const name = file.slice(file.lastIndexOf('/') + 1);
  return patterns.find(([pattern]) => pattern.test(name))?.[1];
}

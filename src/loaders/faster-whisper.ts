import { argument, huggingFace, keyword, type Loader, type Target } from './loader.ts';

const size = /^(tiny|base|small|medium)(\.en)?$|^large-v[123]$/;
const distilled = /^distil-(large-v[23]|(medium|small)\.en)$/;
const renamed: ReadonlyMap<string, string> = new Map([
  ['large', 'Systran/faster-whisper-large-v3'],
  ['large-v3-turbo', 'mobiuslabsgmbh/faster-whisper-large-v3-turbo'],
  ['turbo', 'mobiuslabsgmbh/faster-whisper-large-v3-turbo'],
  ['distil-large-v3.5', 'distil-whisper/distil-large-v3.5-ct2'],
]);

export const loader: Loader = {
  library: 'faster-whisper',
  language: 'python',
  modules: ['faster_whisper'],
  calls: [
    {
      callee: 'WhisperModel',
      id: argument(0, 'model_size_or_path'),
      revision: keyword('revision'),
      options: { localFilesOnly: keyword('local_files_only') },
      interpret: fasterWhisper,
    },
    {
      callee: 'download_model',
      id: argument(0, 'size_or_id'),
      revision: keyword('revision'),
      options: { localFilesOnly: keyword('local_files_only') },
      interpret: fasterWhisper,
    },
  ],
  examples: [
    {
      code: 'from faster_whisper import WhisperModel\nmodel = WhisperModel("large-v3", device="cuda")',
      finds: ['large-v3'],
    },
    {
      code: 'import faster_whisper\nfaster_whisper.WhisperModel("deepdml/faster-whisper-large-v3-turbo-ct2")',
      finds: ['deepdml/faster-whisper-large-v3-turbo-ct2'],
    },
    {
      code: 'from faster_whisper import WhisperModel\nWhisperModel("whisper-large-v3-ct2")\nWhisperModel("./models/small")',
      finds: [],
    },
  ],
};

/** The repository behind a size, or an id with an owner. Any other bare name is a directory. */
export function fasterWhisper(id: string): Target | undefined {
  if (id.includes('/')) return huggingFace(id);
  const published = renamed.get(id);
  if (published !== undefined) return huggingFace(published);
  if (size.test(id)) return huggingFace(`Systran/faster-whisper-${id}`);
  const rest = id.slice('distil-'.length);
  return distilled.test(id) ? huggingFace(`Systran/faster-distil-whisper-${rest}`) : undefined;
}

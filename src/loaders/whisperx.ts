import { fasterWhisper } from './faster-whisper.ts';
import { argument, keyword, type Loader } from './loader.ts';
import { owned } from './targets.ts';

export const loader: Loader = {
  library: 'whisperx',
  language: 'python',
  modules: ['whisperx'],
  calls: [
    {
      callee: 'load_model',
      id: argument(0, 'whisper_arch'),
      options: { localFilesOnly: keyword('local_files_only') },
      interpret: fasterWhisper,
    },
    // A bare name is one of torchaudio's bundles.
    { callee: 'load_align_model', id: argument(2, 'model_name'), interpret: owned },
    { callee: 'DiarizationPipeline', id: argument(0, 'model_name'), interpret: owned },
  ],
  examples: [
    {
      code: 'import whisperx\nmodel = whisperx.load_model("large-v2", "cuda", compute_type="float16")',
      finds: ['large-v2'],
    },
    {
      code: 'import whisperx\nwhisperx.load_align_model(language_code="sv", device="cpu", model_name="KBLab/wav2vec2-large-voxrex-swedish")\nwhisperx.DiarizationPipeline(model_name="pyannote/speaker-diarization-3.1")',
      finds: ['KBLab/wav2vec2-large-voxrex-swedish', 'pyannote/speaker-diarization-3.1'],
    },
    {
      code: 'import whisperx\nwhisperx.load_align_model(language_code="en", device="cpu")\nwhisperx.load_model("/models/whisper", "cpu")',
      finds: [],
    },
  ],
};

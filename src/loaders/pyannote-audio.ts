import { argument, huggingFaceAt, keyword, type Loader, type LoadingCall } from './loader.ts';

const shared: Omit<LoadingCall, 'callee' | 'id'> = {
  // Written behind an `@` in the id, or apart from it.
  revision: keyword('revision'),
  interpret: huggingFaceAt,
};

export const loader: Loader = {
  library: 'pyannote.audio',
  language: 'python',
  modules: ['pyannote'],
  calls: [
    { ...shared, callee: 'from_pretrained', id: argument(0, 'checkpoint', 'checkpoint_path') },
    { ...shared, callee: 'Inference', id: argument(0, 'model'), isOftenOther: true },
    // The pipelines whose models are named one by one.
    ...[
      'VoiceActivityDetection',
      'SpeakerDiarization',
      'OverlappedSpeechDetection',
      'MultiLabelSegmentation',
      'Resegmentation',
    ].map(
      (callee): LoadingCall => ({ ...shared, callee, id: argument(0, 'segmentation'), isOftenOther: true }),
    ),
    { ...shared, callee: 'SpeakerDiarization', id: keyword('embedding'), additional: 'model' },
    { ...shared, callee: 'PretrainedSpeakerEmbedding', id: argument(0, 'embedding') },
  ],
  examples: [
    {
      code: 'from pyannote.audio import Pipeline\nPipeline.from_pretrained("pyannote/speaker-diarization@2.1", use_auth_token=True)',
      finds: ['pyannote/speaker-diarization@2.1'],
    },
    {
      code: 'from pyannote.audio import Inference, Model\nmodel = Model.from_pretrained(checkpoint="pyannote/segmentation-3.0")\nInference("pyannote/embedding", window="whole")',
      finds: ['pyannote/segmentation-3.0', 'pyannote/embedding'],
    },
    {
      code: 'from pyannote.audio.pipelines import VoiceActivityDetection, SpeakerDiarization\nVoiceActivityDetection(segmentation="pyannote/segmentation")\nSpeakerDiarization(segmentation="pyannote/segmentation@2022.07", embedding="speechbrain/spkrec-ecapa-voxceleb")',
      finds: ['pyannote/segmentation', 'pyannote/segmentation@2022.07', 'speechbrain/spkrec-ecapa-voxceleb'],
    },
    {
      code: 'from pyannote.audio import Inference, Pipeline\nPipeline.from_pretrained("./config.yaml")\nPipeline.from_pretrained("config.yaml")\nInference(model)',
      finds: [],
    },
  ],
};

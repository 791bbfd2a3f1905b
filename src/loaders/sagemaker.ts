import { keyword, type Loader, type LoadingCall } from './loader.ts';

/** What training containers are told on their command line, and serving containers in their environment. */
const estimator = (name: string): LoadingCall => ({
  callee: 'HuggingFace',
  id: keyword(`hyperparameters.${name}`),
});

export const loader: Loader = {
  library: 'sagemaker',
  language: 'python',
  modules: ['sagemaker'],
  calls: [
    ...['model_name_or_path', 'model_id', 'model_name', 'model_checkpoint']
      .flatMap(name => [name, name.replaceAll('_', '-')])
      .map(estimator),
    {
      callee: 'HuggingFaceModel',
      id: keyword('env.HF_MODEL_ID', 'env.MODEL_ID'),
      revision: keyword('env.HF_MODEL_REVISION'),
    },
    { callee: 'JumpStartModel', id: keyword('env.HF_MODEL_ID') },
  ],
  examples: [
    {
      code: 'from sagemaker.huggingface import HuggingFace\nhyperparameters = {"epochs": 1, "model_name_or_path": "roberta-large"}\nHuggingFace(entry_point="run_glue.py", hyperparameters=hyperparameters, role=role)',
      finds: ['roberta-large'],
    },
    {
      code: 'from sagemaker.huggingface import HuggingFace\nHuggingFace(entry_point="train.py", hyperparameters={"model-name": "distilbert-base-uncased"})',
      finds: ['distilbert-base-uncased'],
    },
    {
      code: 'from sagemaker.huggingface import HuggingFaceModel\nhub = {"HF_MODEL_ID": "nvidia/segformer-b0-finetuned-ade-512-512", "HF_TASK": "image-segmentation"}\nHuggingFaceModel(env=hub, role=role)\nHuggingFaceModel(model_data="s3://bucket/model.tar.gz")',
      finds: ['nvidia/segformer-b0-finetuned-ade-512-512'],
    },
  ],
};

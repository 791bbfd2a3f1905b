import { keyword, type Loader } from './loader.ts';

const variables = 'serving_container_environment_variables';

/** Hugging Face's containers for serving load what their environment names. */
export const loader: Loader = {
  library: 'google-cloud-aiplatform',
  language: 'python',
  modules: ['google'],
  calls: [
    {
      callee: 'aiplatform.Model.upload',
      id: keyword(`${variables}.HF_MODEL_ID`),
      revision: keyword(`${variables}.HF_MODEL_REVISION`),
    },
  ],
  examples: [
    {
      code: 'from google.cloud import aiplatform\nenvironment = {"HF_MODEL_ID": "google-bert/bert-base-uncased", "HF_TASK": "fill-mask"}\naiplatform.Model.upload(display_name="fill-mask", serving_container_image_uri=image, serving_container_environment_variables=environment)\naiplatform.Model.upload(display_name="org/name", artifact_uri="gs://bucket/model", serving_container_environment_variables={"MODEL_ID": "org/own"})',
      finds: ['google-bert/bert-base-uncased'],
    },
  ],
};

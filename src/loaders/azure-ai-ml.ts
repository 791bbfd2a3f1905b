import { keyword, type Loader } from './loader.ts';
import { ownedOrRoot } from './targets.ts';

/** Azure's automated machine learning: a job for texts or pictures fine-tunes models of the Hub beside those of its own. */
export const loader: Loader = {
  library: 'azure-ai-ml',
  language: 'python',
  modules: ['azure'],
  calls: [
    { callee: 'set_training_parameters', isMethod: true, id: keyword('model_name'), interpret: ownedOrRoot },
    { callee: 'SearchSpace', id: keyword('model_name'), interpret: ownedOrRoot },
  ],
  examples: [
    {
      code: 'from azure.ai.ml import automl\nfrom azure.ai.ml.automl import SearchSpace\nfrom azure.ai.ml.sweep import Choice\njob = automl.image_classification(target_column_name="label")\njob.set_training_parameters(model_name="microsoft/beit-base-patch16-224-pt22k-ft22k")\njob.extend_search_space([SearchSpace(model_name=Choice(["bert-base-cased", "org/roberta"]))])',
      finds: ['microsoft/beit-base-patch16-224-pt22k-ft22k', 'bert-base-cased', 'org/roberta'],
    },
    {
      code: 'from azure.ai.ml import automl\nfrom azure.ai.ml.automl import SearchSpace\nfrom azure.ai.ml.sweep import Choice\njob = automl.image_classification()\njob.set_training_parameters(model_name="vitb16r224")\njob.extend_search_space(SearchSpace(model_name=Choice(["seresnext", "yolov5"]), learning_rate=0.1))\njob.set_data(training_data="org/data")',
      finds: [],
    },
  ],
};

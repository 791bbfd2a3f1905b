import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'span_marker',
  language: 'python',
  modules: ['span_marker'],
  calls: [
    {
      callee: 'from_pretrained',
      id: argument(0, 'pretrained_model_name_or_path'),
      revision: keyword('revision'),
      options: { localFilesOnly: keyword('local_files_only') },
    },
  ],
  examples: [
    {
      code: 'from span_marker import SpanMarkerModel\nSpanMarkerModel.from_pretrained("tomaarsen/span-marker-bert-base-fewnerd-fine-super", revision="main")',
      finds: ['tomaarsen/span-marker-bert-base-fewnerd-fine-super'],
    },
    {
      code: 'from span_marker import SpanMarkerModel\nSpanMarkerModel.from_pretrained("./models/final")\nSpanMarkerModel.from_pretrained(path)',
      finds: [],
    },
  ],
};

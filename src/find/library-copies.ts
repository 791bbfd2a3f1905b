import { setups } from './installable-folders.ts';
import { folderOf, lastNameOf } from './module-path.ts';

/** Folders that hold a copy of a library, each with the name the library is imported by. */
export type LibraryCopies = ReadonlyMap<string, string>;

/**
 * Files that together are found in the package of one library alone, as it is installed; several lists where its layout
 * has changed. A folder's name is no evidence: copies are renamed, and programs name folders after what they use.
 */
const layouts: Readonly<Record<string, readonly (readonly string[])[]>> = {
  transformers: [
    ['modeling_utils.py', 'configuration_utils.py', 'tokenization_utils.py'],
    ['modeling_utils.py', 'configuration_utils.py', 'tokenization_utils_base.py'],
    // Before its configurations had a file of their own.
    [
      'modeling_utils.py',
      'tokenization_utils.py',
      'modeling_bert.py',
      'tokenization_bert.py',
      'file_utils.py',
    ],
  ],
  // PaddlePaddle's port, which has the layout of an early version.
  ppdiffusers: [
    ['modeling_utils.py', 'configuration_utils.py', 'pipeline_utils.py', 'ppnlp_patch_utils.py'],
    [
      'models/modeling_utils.py',
      'configuration_utils.py',
      'pipelines/pipeline_utils.py',
      'patches/ppnlp_patch_utils.py',
    ],
  ],
  diffusers: [
    ['models/modeling_utils.py', 'configuration_utils.py', 'pipelines/pipeline_utils.py'],
    ['models/modeling_utils.py', 'configuration_utils.py', 'pipeline_utils.py'],
    ['modeling_utils.py', 'configuration_utils.py', 'pipeline_utils.py', 'schedulers/scheduling_ddpm.py'],
  ],
  sentence_transformers: [
    ['SentenceTransformer.py', 'models/Pooling.py', 'models/Transformer.py', 'losses/__init__.py'],
    ['sentence_transformer/model.py', 'cross_encoder/model.py', 'base/model.py', 'util/__init__.py'],
  ],
  timm: [
    ['models/_registry.py', 'models/_factory.py', 'models/vision_transformer.py'],
    ['models/registry.py', 'models/factory.py', 'models/vision_transformer.py'],
    ['models/registry.py', 'models/factory.py', 'models/efficientnet.py', 'data/loader.py'],
  ],
  allennlp: [['common/registrable.py', 'common/params.py', 'models/archival.py', 'nn/util.py']],
  audiocraft: [['models/musicgen.py', 'models/encodec.py', 'modules/conditioners.py']],
  torchvision: [['models/resnet.py', 'transforms/functional.py', 'ops/boxes.py', 'datasets/folder.py']],
  peft: [['peft_model.py', 'mapping.py', 'utils/save_and_load.py']],
  fairseq: [['models/fairseq_model.py', 'tasks/fairseq_task.py', 'checkpoint_utils.py']],
  huggingface_hub: [['hf_api.py', 'file_download.py', 'constants.py', 'hub_mixin.py']],
  optimum: [
    ['exporters/tasks.py', 'modeling_base.py', 'configuration_utils.py'],
    ['onnxruntime/modeling_ort.py', 'onnxruntime/configuration.py', 'exporters/tasks.py'],
  ],
  accelerate: [['accelerator.py', 'big_modeling.py', 'launchers.py']],
  spacy: [['language.py', 'glossary.py', 'cli/download.py', 'lang/en/__init__.py']],
  flair: [['data.py', 'models/sequence_tagger_model.py', 'trainers/trainer.py', 'embeddings/token.py']],
  // The fork of open_clip for sounds, whose names are those of its own configurations.
  'laion_clap.clap_module': [['factory.py', 'pretrained.py', 'openai.py', 'htsat.py', 'pann_model.py']],
  open_clip: [['factory.py', 'pretrained.py', 'openai.py', 'timm_model.py']],
  vllm: [['engine/llm_engine.py', 'entrypoints/llm.py', 'sampling_params.py']],
  langchain: [['embeddings/huggingface.py', 'llms/huggingface_pipeline.py', 'chains/llm.py']],
  langchain_community: [
    ['embeddings/huggingface.py', 'llms/huggingface_pipeline.py', 'vectorstores/faiss.py'],
  ],
  swift: [
    ['llm/model/register.py', 'llm/template/register.py', 'llm/dataset/register.py'],
    ['llm/utils/model.py', 'llm/utils/template.py', 'llm/sft.py'],
  ],
  whisper: [['transcribe.py', 'decoding.py', 'normalizers/english.py']],
};

interface Layout {
  readonly library: string;
  readonly first: string;
  readonly others: readonly string[];
}

/** By the name of the first of their files. */
const byName = new Map<string, Layout[]>();
for (const [library, alternatives] of Object.entries(layouts)) {
  for (const [first = '', ...others] of alternatives) {
    const name = lastNameOf(first);
    byName.set(name, [...(byName.get(name) ?? []), { library, first, others }]);
  }
}

/** The copies of libraries among the files of a repository, the outermost of those inside each other. Its root is none. */
export function findLibraryCopies(files: ReadonlySet<string>): LibraryCopies {
  const found = new Map<string, string>();
  for (const file of files) {
    for (const { library, first, others } of byName.get(lastNameOf(file)) ?? []) {
      if (!file.endsWith(`/${first}`)) continue;
      const folder = file.slice(0, -first.length - 1);
      const isCopy = others.every(other => files.has(`${folder}/${other}`));
      if (isCopy && !found.has(folder)) found.set(folder, library);
    }
  }
  const outermost = [...found].filter(([folder]) => copyAbove(folderOf(folder), found) === undefined);
  return new Map(
    outermost.flatMap(([folder, library]) => [[folder, library], ...besides(folder, library, files)]),
  );
}

/** What comes with a library in its own repository and runs nothing of the program that holds a copy of it. Examples may. */
const companions: readonly string[] = ['tests', 'templates', 'docs'];

/** The other folders of a copied repository, which holds a library's package and says how to install it. */
function besides(
  folder: string,
  library: string,
  files: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const above = folderOf(folder);
  const home = above === 'src' || above.endsWith('/src') ? folderOf(above) : above;
  if (home === '' || !setups.some(setup => files.has(`${home}/${setup}`))) return [];
  return companions.map(name => [`${home}/${name}`, library]);
}

/** The innermost folder with a copy that a file or folder lies in. */
export function copyAround(path: string, copies: LibraryCopies): string | undefined {
  if (copies.size === 0) return undefined;
  const known = aroundFolders.get(copies) ?? new Map<string, string | undefined>();
  aroundFolders.set(copies, known);
  const folder = folderOf(path);
  if (!known.has(folder)) known.set(folder, copyAbove(folder, copies));
  return known.get(folder);
}

/** Answers by folder: every import of a file asks. */
const aroundFolders = new WeakMap<LibraryCopies, Map<string, string | undefined>>();

function copyAbove(inner: string, copies: LibraryCopies): string | undefined {
  for (let folder = inner; folder !== ''; folder = folderOf(folder)) if (copies.has(folder)) return folder;
  return undefined;
}

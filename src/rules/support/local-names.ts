import { splitModelId } from '../../naming/model-id.ts';

const folder =
  /^(?:(?:outputs?|checkpoints?|ckpts?|results?|saved?|runs?|exp(?:eriment)?s?)(?:[-_.].*)?|(?:(?:saved|(?:pre|fine)?[-_]?(?:trained|tuned)|best|final|last|local)[-_]?)?(?:models?|weights)|(?:pre|fine)?[-_]?(?:trained|tuned)|train(?:ing)?|out|logs?|data|te?mp|cache|artifacts?|assets|adapters?|lora|tokenizers?|tests?)$/i;

/** What a trainer calls the folder it saves its state to. */
const trainerState = /^checkpoint-\d+$/;

/** Whether an id is called as programs call the folders they write models to: `output/best`, `checkpoints`. */
export function isTypicalFolder(id: string): boolean {
  const { owner, name } = splitModelId(id);
  return folder.test(owner ?? name) || trainerState.test(name);
}

const placeholder =
  /^(?:your(?:[-_.].*|name|user(?:name)?|org)?|my[-_]?(?:awesome|org|user|name|team|company)(?:[-_.]?.*)?|(?:hf[-_])?user(?:[-_]?(?:name|id))?|org(?:ani[sz]ation)?(?:[-_]?(?:name|id))?|path[-_]to(?:[-_].*)?|(?:model|repo)[-_](?:name|id|path|dir)|owner|author|namespace|repo|x{2,}|foo|bar|dummy|placeholder|examples?)$/i;

/** Whether an id stands for one that the reader of the code is to write: `your-username/model`, `path_to_model`. */
export function isPlaceholder(id: string): boolean {
  const { owner, name } = splitModelId(id);
  return placeholder.test(owner ?? name);
}

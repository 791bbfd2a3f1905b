/** A model's handle as Kaggle writes it: `owner/model/framework/variation`, and its version where one is named. */
export interface KagglePage {
  readonly handle: string;
  readonly version: string | undefined;
}

const page =
  /^https?:\/\/(?:www\.)?kaggle\.com\/models\/([\w.-]+\/[\w.-]+)\/(?:frameworks\/)?([\w.-]+)\/(?:variations\/)?([\w.-]+)(?:\/(?:versions\/)?(\d+))?\/?(?:\?.*)?$/i;

/** The handle in the address of a model's page on Kaggle. */
export function readKagglePage(url: string): KagglePage | undefined {
  const [, model, framework, variation, version] = page.exec(url) ?? [];
  if (model === undefined || framework === undefined || variation === undefined) return undefined;
  return { handle: `${model}/${framework}/${variation}`, version };
}

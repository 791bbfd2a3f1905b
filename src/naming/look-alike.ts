import { editDistance, similarity } from './edit-distance.ts';
import { foldHomoglyphs } from './homoglyphs.ts';
import { splitModelId } from './model-id.ts';

/**
 * Whether one owner can be mistaken for the other. The thresholds are ConfuGuard's for this hub: a similarity over 0.9,
 * or fewer than four edits that also touch less than two thirds of the name.
 */
export function ownersLookAlike(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return false;
  if (foldHomoglyphs(left) === foldHomoglyphs(right)) return true;
  const edits = editDistance(left, right);
  const length = Math.min(left.length, right.length);
  return similarity(left, right) > 0.9 || (edits < 4 && edits < (length * 2) / 3);
}

/** Whether two ids name the same model under owners that can be mistaken for each other. */
export function idsLookAlike(a: string, b: string): boolean {
  const [left, right] = [splitModelId(a), splitModelId(b)];
  if (left.owner === undefined || right.owner === undefined) return false;
  if (foldHomoglyphs(left.name) !== foldHomoglyphs(right.name)) return false;
  // A name that only looks the same is a trick of its own, and the owner must then look the same too.
  return left.name.toLowerCase() === right.name.toLowerCase()
    ? ownersLookAlike(left.owner, right.owner)
    : left.owner.toLowerCase() !== right.owner.toLowerCase() &&
        foldHomoglyphs(left.owner) === foldHomoglyphs(right.owner);
}

const repackaging =
  /(?:^|[-_.])(?:gguf|ggml|awq|gptq|exl[23]|bnb|mlx|onnx|openvino|ct2|ctranslate2|int[48]|fp8|nf4|[248]-?bits?|i?q[2-8](?:_\w+)?|w[48]a(?:8|16)|quantized|lora|qlora|adapter)(?=$|[-_.])/i;

/** Whether the name says that it is another model in another format: a copy under another owner is then its purpose. */
export function namesRepackaging(id: string): boolean {
  return repackaging.test(splitModelId(id).name);
}

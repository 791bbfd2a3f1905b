import { licenseEntries } from './catalogue.ts';
import { hubLicenses } from './hub-licenses.generated.ts';
import { licenseRef } from './license-ref.ts';
import { idOfName } from './names.ts';
import { spdxIdOf } from './spdx.ts';
import type { LicenseIdentity } from './types.ts';

/** Pages on which a license is read, without scheme, `www.`, ending and language, and its id. */
const idsByPage: ReadonlyMap<string, string> = new Map([
  ...licenseEntries.flatMap(({ id, link }) => (link === undefined ? [] : [[pageOf(link), id] as const])),
  ...Object.entries(hubLicenses).flatMap(([id, { link }]) =>
    link === undefined ? [] : [[pageOf(link), id] as const],
  ),
  ...otherPages(),
]);

/** Sites whose addresses end in the name of the license. */
const sites: readonly RegExp[] = [
  /^(?:spdx\.org|opensource\.org)\/licenses?\/([\w.+-]+)$/,
  /^choosealicense\.com\/licenses\/([\w.+-]+)$/,
  /^(?:huggingface\.co\/datasets\/)?choosealicense\/licenses\/blob\/main\/(?:markdown\/)?([\w.+-]+)$/,
  /^apache\.org\/licenses\/(license-2\.0)$/,
  /^gnu\.org\/licenses\/(?:old-licenses\/)?([\w.+-]+)$/,
  /^creativecommons\.org\/licenses\/([\w-]+\/\d\.\d)(?:\/\w+)?$/,
  /^creativecommons\.org\/publicdomain\/(zero\/1\.0)(?:\/\w+)?$/,
  /^mozilla\.org\/(mpl\/2\.0)$/,
  /^eclipse\.org\/legal\/(epl-[\w.-]+)$/,
];

/** The license behind an address; unknown for an address that says nothing of which it is; undefined for no address. */
export function identifyLink(text: string): LicenseIdentity | undefined {
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined;
  const page = pageOf(text);
  const id = idsByPage.get(page) ?? siteId(page);
  if (id !== undefined) return identity(id);
  const repository = linkedRepository(text);
  const why =
    repository === undefined
      ? 'its terms stand behind an address the audit has not read'
      : `its terms are those of ${repository}, which the audit has not read`;
  return { kind: 'unknown', why };
}

/** The model whose own license an address of the hub points to: `…/meta-llama/Llama-3.1-8B/blob/main/LICENSE`. */
export function linkedRepository(link: string): string | undefined {
  const [, id] =
    /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/([\w.-]+\/[\w.-]+)(?:\/(?:blob|resolve|raw)\/[^/]+\/[^?#]*licen[cs]e[^?#]*)?$/i.exec(
      link,
    ) ?? [];
  return id === undefined || /^(?:spaces|datasets|docs|blog|models)\//.test(id) ? undefined : id;
}

function siteId(page: string): string | undefined {
  for (const site of sites) {
    const [, name] = site.exec(page) ?? [];
    if (name === undefined) continue;
    const written = page.startsWith('creativecommons.org/licenses') ? `cc-${name}` : name;
    return (
      spdxIdOf(written) ??
      idOfName(written.replace('zero/', 'cc0-').replace('license-2.0', 'apache-2.0').replaceAll('/', '-'))
    );
  }
  return undefined;
}

function identity(id: string): LicenseIdentity {
  const spdx = spdxIdOf(id) ?? spdxIdOf(idOfName(id) ?? '');
  if (spdx === undefined) return { kind: 'named', ref: licenseRef(id), hubId: id };
  return /^(?:A?GPL|LGPL|GFDL)-\d\.\d$/.test(spdx)
    ? { kind: 'spdx', expression: `${spdx}-only`, mayBeOrLater: true }
    : { kind: 'spdx', expression: spdx };
}

function pageOf(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/(?:raw|resolve)\//, '/blob/')
    .replace(/\.(?:html?|en\.html|txt|md|php)$/, '')
    .replace(/(?:\/(?:legalcode|deed)(?:\.\w+)?)?\/*$/, '');
}

/** Addresses that licenses had before, or have beside the one in the catalogue. */
function otherPages(): readonly (readonly [string, string])[] {
  return [
    ['ai.google.dev/gemma/terms', 'gemma'],
    ['ai.meta.com/llama/license', 'llama2'],
    ['ai.meta.com/resources/models-and-libraries/llama-downloads', 'llama2'],
    ['llama.meta.com/llama3/license', 'llama3'],
    ['llama.com/llama3/license', 'llama3'],
    ['llama.com/llama3_1/license', 'llama3.1'],
    ['llama.com/llama3_2/license', 'llama3.2'],
    ['llama.com/llama3_3/license', 'llama3.3'],
    ['llama.com/llama4/license', 'llama4'],
    ['ai.meta.com/resources/models-and-libraries/dinov3-license', 'dinov3-license'],
    ['github.com/lightricks/ltx-2/blob/main/license', 'ltx-2-community-license-agreement'],
    ['huggingface.co/spaces/compvis/stable-diffusion-license', 'creativeml-openrail-m'],
    ['huggingface.co/spaces/bigcode/bigcode-model-license-agreement', 'bigcode-openrail-m'],
    ['huggingface.co/spaces/deepfloyd/deepfloyd-if-license', 'deepfloyd-if-license'],
    ['licenses.ai/blog/2022/8/26/bigscience-open-rail-m-license', 'bigscience-openrail-m'],
    ['huggingface.co/stabilityai/stable-diffusion-xl-base-1.0/blob/main/license', 'openrail++'],
    ['huggingface.co/black-forest-labs/flux.1-dev/blob/main/license', 'flux-1-dev-non-commercial-license'],
    ['stability.ai/license', 'stabilityai-ai-community'],
    ['stability.ai/community-license', 'stabilityai-ai-community'],
    ['coqui.ai/cpml', 'coqui-public-model-license'],
    [
      'developer.download.nvidia.com/licenses/nvidia-open-model-license-agreement-june-2024.pdf',
      'nvidia-open-model-license',
    ],
    ['developer.nvidia.com/downloads/nv-community-inference-license', 'nvidia-community-model-license'],
    ['cdla.io/permissive-1-0', 'CDLA-Permissive-1.0'],
    ['cdla.io/sharing-1-0', 'CDLA-Sharing-1.0'],
    ['cdla.dev/permissive-2-0', 'CDLA-Permissive-2.0'],
    ['opendatacommons.org/licenses/by/1-0', 'ODC-By-1.0'],
    ['opendatacommons.org/licenses/by', 'ODC-By-1.0'],
    ['opendatacommons.org/licenses/odbl', 'ODbL-1.0'],
    ['opendatacommons.org/licenses/odbl/1-0', 'ODbL-1.0'],
    ['opendatacommons.org/licenses/pddl', 'PDDL-1.0'],
  ];
}

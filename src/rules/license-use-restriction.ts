import type { BoundStatement } from '../model/verdict.ts';
import { defineRule } from './rule.ts';
import { isDrifted, type Judged, judged, subjectOf } from './support/judged.ts';
import { listed } from './support/words.ts';

export const rule = defineRule({
  id: 'license-use-restriction',
  severity: 'information',
  summary: "The model's license limits what, where or for how many it may be used.",
  rationale: `Model licenses know limits that software licenses do not: fields of use, an acceptable use policy, a number of users, a revenue, a territory, what the outputs may be used for. Whether a project keeps to them only its people can tell. Read the clause and see to it that your users are bound as well where the license asks for that.

The rule speaks once for each model and file. It is silent where \`license-noncommercial\` or \`license-conflict\` already says for certain that the same license rules the model out.`,
  messages: { limits: '{subject}, which sets limits: {limits}.' },
  isOncePerFile: true,
  examples: [
    {
      title: 'A license with a list of forbidden uses',
      code: `from diffusers import StableDiffusionPipeline
pipeline = StableDiffusionPipeline.from_pretrained("CompVis/stable-diffusion-v1-4")
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ limits
`,
      models: { 'CompVis/stable-diffusion-v1-4': { license: 'creativeml-openrail-m' } },
      project: { license: 'MIT' },
    },
    {
      title: 'A license without limits',
      code: `from transformers import AutoModel
model = AutoModel.from_pretrained("google-bert/bert-base-uncased")
`,
      models: { 'google-bert/bert-base-uncased': { license: 'apache-2.0' } },
    },
  ],
  check(context) {
    const found = judged(context);
    // What nobody ships reaches nobody.
    if (found === undefined || context.reference.context === 'test') return [];
    const [first, ...others] = limitsOf(found);
    if (first === undefined) return [];
    const same = [first, ...others].filter(({ license }) => license === first.license);
    const limits = listed(same.map(({ reason, at }) => (at === undefined ? reason : `${reason} (${at})`)));
    return [{ message: 'limits', data: { subject: subjectOf(first, found.record, context), limits } }];
  },
});

/** The model's own license first. What another finding tells of the same license is not told again. */
function limitsOf({ statements, drifts }: Judged): readonly BoundStatement[] {
  const ruledOut = statements
    .filter(({ kind, certainty }) => kind === 'conflict' && certainty === 'certain')
    .map(({ license }) => license);
  return statements.filter(
    ({ topic, license, chain }) =>
      topic === 'restriction' && !ruledOut.includes(license) && !isDrifted(chain, drifts),
  );
}

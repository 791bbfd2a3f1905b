import { forbids, licenseOfId } from '../license/catalogue.ts';
import { licenseIds, parseLicenseExpression } from '../license/expression.ts';
import type { Clause, License } from '../license/types.ts';
import type { Statement } from '../model/verdict.ts';
import { isResearchOnly, reachesNobody, type Situation, truthOf } from './situation.ts';
import { type Speaker, statement } from './statement.ts';

/** What a license says about the purpose of use: no commerce, research only, no production. Its gravest clause speaks. */
export function purposeStatements(
  license: License,
  speaker: Speaker,
  situation: Situation,
): readonly Statement[] {
  const found =
    prohibition(license, 'commercial-use') ??
    license.clauses.find(({ kind, subject }) => kind === 'condition' && subject === 'research') ??
    prohibition(license, 'production-use');
  return found === undefined ? [] : clauseStatements(found, speaker, situation);
}

/** Whether a license restricts the purpose of use. */
export function limitsPurpose({ kind, subject }: Clause): boolean {
  if (kind === 'condition') return subject === 'research';
  return kind === 'prohibition' && (subject === 'commercial-use' || subject === 'production-use');
}

function prohibition({ clauses }: License, wanted: Clause['subject']): Clause | undefined {
  return clauses.find(({ kind, subject }) => kind === 'prohibition' && subject === wanted);
}

/** Whoever forbids production alone lets a company try the model out, and may grant more where its text has blanks. */
function clauseStatements(clause: Clause, speaker: Speaker, situation: Situation): readonly Statement[] {
  const said = { kind: 'conflict', topic: 'purpose', at: clause.at } as const;
  const isResearch = clause.subject === 'research';
  const words = isResearch ? 'permits research use only' : `forbids ${forbidden(clause)}`;
  const isCommercial = situation.use.includes('commercial');
  if (isCommercial && clause.subject !== 'production-use') {
    return [
      statement(speaker, { ...said, reason: words, circumstance: "and the project's use is commercial" }),
    ];
  }
  if (isAllowed(clause, situation)) return [];
  const condition = isResearch
    ? 'if the project is used for anything but research'
    : conditionOf(clause, situation);
  const certainty = situation.use.includes('research') && !isCommercial ? 'remote' : 'conditional';
  return [statement(speaker, { ...said, reason: words, certainty, condition })];
}

function forbidden({ subject }: Clause): string {
  return subject === 'production-use' ? 'production use' : 'commercial use';
}

function conditionOf({ subject }: Clause, situation: Situation): string {
  if (subject === 'production-use') return 'if the project is more than a test';
  return reachesNobody(situation)
    ? 'if your use counts as commercial, as a company’s use in its own house can'
    : 'if you, or who takes the project, use it commercially';
}

/** Research alone is what such licenses are for; so is a project that forbids commerce itself. */
function isAllowed({ subject }: Clause, situation: Situation): boolean {
  return isResearchOnly(situation) || (subject === 'commercial-use' && projectForbidsCommerce(situation));
}

function projectForbidsCommerce({ projectLicense }: Situation): boolean {
  const node = projectLicense === undefined ? undefined : parseLicenseExpression(projectLicense);
  return node !== undefined && licenseIds(node).every(id => forbids(licenseOfId(id), 'commercial-use'));
}

/** Whether the model may be used commercially as far as the project goes. */
export function mayBeCommercial(situation: Situation): boolean {
  return truthOf('commercial', situation) !== 'no';
}

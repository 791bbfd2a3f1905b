import { identifyLicenseText } from '../license/identify-text.ts';
import type { ProjectLicense } from '../model/project.ts';
import { plainSpan } from '../model/source.ts';
import type { Comment } from '../model/syntax.ts';

/** Below this line it is no header but a text about licenses. */
const lastLine = 30;

/** The license that the head of a source file names by `SPDX-License-Identifier`. */
export function readLicenseHeader(file: string, comments: readonly Comment[]): ProjectLicense | undefined {
  const header = comments.find(
    ({ text, span }) => text.includes('SPDX-License-Identifier:') && span.start.line < lastLine,
  );
  if (header === undefined) return undefined;
  const expression = identifyLicenseText(header.text);
  return expression === undefined ? undefined : { expression, source: { ...plainSpan(header.span), file } };
}

import { readFile } from 'node:fs/promises';
import type { Log } from '../model/outside.ts';
import { readProblem } from './read-problem.ts';

/** Where other tools of the trade are told of a company's own certificate authorities: Node, OpenSSL, Python's requests. */
const names = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'] as const;

/** Certificates of authorities to trust beside those Node knows, as PEM texts. */
export async function readAuthorities(
  variables: Readonly<Record<string, string | undefined>>,
  log: Log,
): Promise<readonly string[]> {
  const files = new Set(names.flatMap(name => variables[name]?.trim() || []));
  const texts = await Promise.all([...files].map(file => readCertificates(file, log)));
  return texts.flat();
}

async function readCertificates(file: string, log: Log): Promise<readonly string[]> {
  try {
    return [await readFile(file, 'utf8')];
  } catch (error) {
    log.warn(`The certificates in ${file} are not used: ${readProblem(error)}.`);
    return [];
  }
}

/** Something the user can put right: told in one line, without a stack. */
export class ExpectedError extends Error {
  override readonly name = 'ExpectedError';
}

/** A document that will not be read: its message is the whole sentence a person is shown after the file's name. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

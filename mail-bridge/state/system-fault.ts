/** Node's system errors carry the name of the call and a code such as EIO, EMFILE or ENOSPC. */
export function isSystemFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

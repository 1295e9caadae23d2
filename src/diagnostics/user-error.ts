/**
 * An error that the user can fix: its message is shown as it is, without a stack trace. Any other error is a bug in
 * Hearsay.
 */
export abstract class UserError extends Error {}

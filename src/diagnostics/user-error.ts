/**
 * An error that the user can do something about: its message is shown as it is, without a stack trace. Any other error
 * is a mistake of Hearsay's own.
 */
export abstract class UserError extends Error {}

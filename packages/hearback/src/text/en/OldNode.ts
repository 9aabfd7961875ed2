/** What a Node says that is too old. An old Node must be able to read this file: it imports nothing. */
export const oldNode = (oldest: string, running: string): string =>
  `Hearback needs Node ${oldest} or newer, and this is Node ${running}: install a newer one from https://nodejs.org, then do the same again.`

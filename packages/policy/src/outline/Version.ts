/**
 * The newest version of the policy language that this package reads. `hearback` in a file gives the file's version.
 */
export const newestVersion = 1

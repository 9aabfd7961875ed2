/** The newest version of the language that this package reads; `hearback` in a file says which one it is written in. */
export const newestVersion = 1

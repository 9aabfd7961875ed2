/** How a store is named: by the address of a PostgreSQL server, or by the path of a file. */

/** Returns whether a name is the address of a PostgreSQL server. */
export const isPostgresAddress = (name: string): boolean => /^postgres(?:ql)?:\/\//i.test(name)

/** Returns whether a name begins with a scheme, such as `mysql:` or `file:`. A single letter is a drive. */
export const hasScheme = (name: string): boolean => /^[a-z][a-z\d+.-]+:/i.test(name)

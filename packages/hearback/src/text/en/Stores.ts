/** Why a file beside a policy or a store cannot be used, and what to do about it. */

/** By the code of the error. */
const trouble: Readonly<Record<string, string>> = {
  "store/schema": "a newer version of hearback wrote it, or something else changed or damaged it",
  "store/outdated": "an older version of hearback wrote its tables: `hearback db migrate` brings them up to date",
  "store/export": "give the whole file of the record first, then the file of its keys; export again what is damaged",
  "store/not-empty": "it is not empty: import into a new one",
  "store/missing": "it is empty: `hearback db migrate` creates the tables",
  "store/keys":
    "restore the keys of this store, or give their place with `--key-file`; `db import` takes them as its second file",
  "store/conflict": "another process is writing: try again",
  "store/folder": "the folder of the store, or of its key file, does not exist: create it first",
  "store/driver": "a store in PostgreSQL needs its driver: run `npm install pg`"
}

export const store = {
  /** What is no store at all, and what is damaged, is told alike: the database does not always know which. */
  trouble: (code: string): string => trouble[code] ?? "it is not a store of hearback, is damaged, or may not be opened",
  noKeys: (keys: string) => `its key file \`${keys}\` is not beside it`,
  otherKeys: "the key file beside it belongs to another store",
  endsEarly: "the file ends too early",
  noXml: (line: number, column: number) => `it is not valid XML at line ${line}, column ${column}`
}

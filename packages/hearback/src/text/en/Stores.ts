/** Why a file beside a policy or a store cannot be used, and what to do about it. */

/** By the code of the error. */
const trouble: Readonly<Record<string, string>> = {
  "store/schema": "a newer version of hearback wrote it, or something else changed or damaged it",
  "store/outdated": "an older version of hearback wrote its tables: `hearback db migrate` brings them up to date",
  "store/export": "the file is no whole export: export once more, and copy it again",
  "store/not-empty": "it holds something already: import into a new one",
  "store/missing": "there is nothing in it: `hearback db migrate` makes the tables",
  "store/keys": "the key file is that of another store: `--key-file` says where its own is",
  "store/conflict": "another process is writing: try again",
  "store/folder": "the folder of the store, or of its key file, is not there: make it first",
  "store/driver": "a store in PostgreSQL needs its driver: run `npm install pg`"
}

export const store = {
  /** What is no store at all, and what is damaged, is told alike: the database does not always know which. */
  trouble: (code: string): string => trouble[code] ?? "it is no store of hearback, is damaged, or may not be opened",
  noKeys: (keys: string) => `its key file \`${keys}\` is not beside it`,
  otherKeys: "the key file beside it is that of another store",
  endsEarly: "the file ends too early",
  noXml: (line: number, column: number) => `it is no XML at line ${line}, column ${column}`
}

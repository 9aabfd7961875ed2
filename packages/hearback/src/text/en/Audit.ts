/** What an audit found. */
export const audit = {
  stream: {
    altered: (name: string, version: number) => `${name}: event ${version} is not as it was recorded`,
    missing: (name: string, version: number) => `${name}: event ${version} is gone`,
    unexpected: (name: string, version: number) => `${name}: event ${version} was never recorded`,
    rewritten: (name: string, version: number) =>
      `${name}: the events from ${version} on are not those that were signed`,
    cut: (name: string, version: number) => `${name}: the events from ${version} on were signed and are gone`,
    deleted: (name: string) => `${name}: everything was signed and is gone`
  },
  checkpoint: {
    lost: "the last checkpoint that the key file counts is not in the store: the store was put back to before it",
    forged: "a checkpoint is not as it was signed",
    "no-key": "the record has checkpoints, and the key file has no key to check them by",
    displaced:
      "an event does not stand where it stood in the whole record when that was signed: its position was changed"
  },
  anchor: (position: number) => `the record up to event ${position} is not the one that was anchored`,
  /** What a row is a row of, with its key. */
  row: {
    case: (key: string) => `the row of case ${key}`,
    arrival: (key: string) => `the row of arrival ${key}`,
    message: (key: string) => `the waiting message ${key}`
  },
  ofRow: {
    missing: (row: string) => `${row} is gone`,
    unexpected: (row: string) => `${row} follows from no event`,
    unreadable: (row: string) => `${row} cannot be read`,
    differs: (row: string, fields: readonly string[]) => `${row} is not as the events have it: ${fields.join(", ")}`
  }
}

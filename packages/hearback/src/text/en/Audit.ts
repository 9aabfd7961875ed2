/** What an audit found. */
export const audit = {
  stream: {
    altered: (name: string, version: number) => `${name}: event ${version} differs from what was recorded`,
    missing: (name: string, version: number) => `${name}: event ${version} is gone`,
    unexpected: (name: string, version: number) => `${name}: event ${version} was never recorded`,
    rewritten: (name: string, version: number) =>
      `${name}: the events from ${version} on differ from those that were signed`,
    cut: (name: string, version: number) => `${name}: the events from ${version} on were signed and are gone`,
    deleted: (name: string) => `${name}: everything was signed and is gone`
  },
  checkpoint: {
    lost: "the store lacks the last checkpoint that the key file counts: the store was restored to an earlier state",
    forged: "a checkpoint differs from what was signed",
    "no-key": "the record has checkpoints, but the key file has no key to check them",
    displaced: "an event has moved in the record since it was signed: its position was changed"
  },
  anchor: (position: number) => `the record up to event ${position} differs from the one that was anchored`,
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
    differs: (row: string, fields: readonly string[]) => `${row} does not match the events: ${fields.join(", ")}`
  }
}

// Adds a folder to the corpus of records (packages/hearback/test/corpus/recorded) if a form of an event or the tables
// of a store are in no folder yet. Existing folders do not change, since records of these formats exist.
import { record } from "../packages/hearback/test/corpus/Record.ts"

const folder = await record()
console.log(
  folder === undefined ? "the corpus has every form of every event, and the tables of today" : `added ${folder}`
)

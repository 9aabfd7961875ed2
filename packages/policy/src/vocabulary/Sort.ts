/** What sort of place it is at which words of ours may stand among names, or in a text (`x-words` of the schema). */

/** Sorts of values. */
export type ValueSort =
  | "actor"
  | "calendar"
  | "category"
  | "cause"
  | "clock-state"
  | "emotion"
  | "field"
  | "gate-state"
  | "happening"
  | "kind"
  | "lasting"
  | "length"
  | "message"
  | "method"
  | "moment"
  | "moment-or-ending"
  | "none"
  | "offset"
  | "owner"
  | "placeholder"
  | "point"
  | "receipt"
  | "result"
  | "satisfaction"
  | "spell"
  | "subject"
  | "unknown"
  | "which"
  | "who"

/** Sorts of maps whose keys are names or words of ours. */
export type KeySort = "any-level" | "aspects" | "groupings" | "inputs" | "measures" | "reopenings" | "sides"

/**
 * What is read beside what stands around it: a cell by its input, a default by its fact, a policy path, and under a column of
 * examples whatever the places take that it fills.
 */
type PlacedSort = "cell" | "column" | "default" | "path"

export type NameSort = ValueSort | KeySort | PlacedSort

/**
 * The sorts of places at which words of the language can occur among names or in a text (`x-words` of the schema).
 */

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

/** Sorts of maps whose keys are names or words of the language. */
export type KeySort = "any-level" | "aspects" | "groupings" | "inputs" | "measures" | "reopenings" | "sides"

/**
 * Sorts of values that are read by their surroundings: a cell by its input, a default by its fact, a policy path, and
 * a column of examples by the places that it fills.
 */
type PlacedSort = "cell" | "column" | "default" | "path"

/** The sort of a place at which words of the language can occur. */
export type NameSort = ValueSort | KeySort | PlacedSort

/** Why a stored event cannot be read, and what to do. */

export const fault = {
  whole: (place: { readonly stream: string; readonly version: number; readonly type: string }, rest: FaultParts) => {
    const at = rest.position === undefined ? "" : `, position ${rest.position}`
    const type = place.type === "" ? "" : ` (\`${place.type}\`${at})`
    return `\`${place.stream}\`: event ${place.version}${type} ${rest.what}; ${rest.remedy}`
  },
  upgrade: "upgrade this process to the version that wrote it; until then nothing is written after it",
  putBack: "put back a copy of the store in which it is whole; `hearback verify` names every such event",
  type: "is of a type that this version does not know",
  version: "has a later version than this one knows",
  seal: "is sealed in a way that this version does not know",
  torn: "is damaged",
  missing: "is missing, though the head of the stream names it",
  damaged: "has a sealed part that is damaged",
  unknownField: (name: string | undefined) => `has ${name ?? "more"}, which this version does not know`,
  misfit: (name: string | undefined, should: string, is: string) =>
    `is not readable: ${name ?? "its body"} has to be ${should}, and ${is}`,
  oneOf: (words: readonly string[]) => `one of ${words.join(", ")}`,
  listOf: (length: number) => `a list of ${length}`,
  /** What was expected. */
  kind: {
    text: "a text",
    number: "a number",
    "yes-no": "true or false",
    nothing: "null",
    list: "a list",
    object: "an object",
    "one of its forms": "of one of its forms",
    none: "absent"
  },
  /** What was found. */
  found: {
    text: "is a text",
    number: "is a number",
    "yes-no": "is true or false",
    nothing: "is null",
    list: "is a list",
    object: "is an object",
    absent: "is absent",
    another: "is another one"
  }
}

export interface FaultParts {
  readonly position: number | undefined
  readonly what: string
  readonly remedy: string
}

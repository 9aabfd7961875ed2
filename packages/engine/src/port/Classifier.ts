/** The port to whatever suggests a category. It suggests: `dictionary.sure-above` says from when on it is believed. */

/** What a classifier makes of words: a category, how sure it is, and by which words. */
export interface Classification {
  readonly category: string
  /** Between 0 and 1. */
  readonly confidence: number
  /** Where in the text, as half-open ranges of UTF-16 units. */
  readonly spans?: readonly (readonly [number, number])[]
  readonly runnerUp?: string
}

/** A model of the host's that reads the category of words. Without one the dictionary of the policy decides. */
export interface Classifier {
  /** How long it may take, in ms; then the dictionary decides. Default 2000. */
  readonly timeoutMs?: number
  /** Answers with one of `categories`. Throwing means "no opinion now": the dictionary decides. */
  classify(
    text: string,
    options: { readonly language?: string; readonly categories: readonly string[]; readonly signal: AbortSignal }
  ): Promise<Classification>
}

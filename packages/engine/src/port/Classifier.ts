/** The port to whatever suggests a category. It suggests: `dictionary.sure-above` says from when on it is believed. */

/** What a classifier returns: a category, how sure it is, and which words show it. */
export interface Classification {
  readonly category: string
  /** From 0 to 1. */
  readonly confidence: number
  /**
   * The places in the text that show the category, each as start and end. Units: UTF-16 units; the end is not included.
   */
  readonly spans?: readonly (readonly [number, number])[]
  /** The second most likely category. */
  readonly runnerUp?: string
}

/** A model of the host that suggests the category of feedback. Without one the dictionary of the policy decides. */
export interface Classifier {
  /** How long `classify` may take; then the dictionary decides.  Units: ms. Default 2000. */
  readonly timeoutMs?: number
  /** Returns one of `categories`. A thrown error means "no opinion": the dictionary decides. */
  classify(
    text: string,
    options: { readonly language?: string; readonly categories: readonly string[]; readonly signal: AbortSignal }
  ): Promise<Classification>
}

/** The port to names of new things; the core makes none. */

/** Makes the ids of new cases, commands and other objects. */
export interface Ids {
  /**
   * Returns the id of a case received at an instant, such as `2611-7K3QZM`: year and month, then six characters that
   * are easy to read out on the telephone.
   */
  readonly case: (at: number) => string
  /** Returns a UUID of version 7 (RFC 9562), which sorts by time. */
  readonly command: (at: number) => string
}

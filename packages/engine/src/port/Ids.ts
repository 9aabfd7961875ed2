/** The port to names of new things; the core makes none. */

/** Makes the ids of new cases and of other new things. */
export interface Ids {
  /** `2611-7K3QZM`: year and month, then six characters that can be read out on the telephone. */
  readonly case: (at: number) => string
  /** A UUID of version 7 (RFC 9562): sorts by time. */
  readonly command: (at: number) => string
}

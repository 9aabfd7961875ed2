/** Keys that make personal data readable. Destroying one erases all that was sealed under it, wherever it was copied. */

/** The result of destroying a key. */
export interface Destroyed {
  /**
   * Whether no copy of the key is left where keys are kept. `false`: the key is not given out any more, but an old page
   * of a log may still contain it until it is destroyed again and the log could be cleared.
   */
  readonly complete: boolean
}

/** The port to the keys of customers, which are kept apart from the record. Destroying a key erases its customer. */
export interface KeyStore {
  /**
   * Returns the customer's key (32 bytes), and makes it if there is none. Two callers at once get the same key. Store
   * it durably before returning: an event sealed with a lost key cannot be read.
   */
  keyOf(tenant: string, customer: string): Promise<Uint8Array>
  /** Returns the key if there is one, and never makes one. */
  find(tenant: string, customer: string): Promise<Uint8Array | undefined>
  /**
   * Returns the last mark of a tenant; undefined if there is none. The mark shows whether the record was replaced by an
   * older copy.
   */
  mark(tenant: string): Promise<string | undefined>
  /**
   * Replaces the mark `before`, durably before it returns. Returns false and changes nothing if `before` is not the
   * last mark.
   */
  setMark(tenant: string, before: string | undefined, mark: string): Promise<boolean>
  /**
   * Returns whether the place of the keys exists, so that keys can be read and made. Leave it out if the store throws
   * whenever it cannot reach its keys.
   */
  isThere?(): Promise<boolean>
  /** Destroys the key for ever. If the customer comes back, they get a new key. */
  destroy(tenant: string, customer: string): Promise<Destroyed>
}

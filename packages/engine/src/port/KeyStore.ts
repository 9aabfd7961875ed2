/** Keys that make personal data readable. Destroying one erases all that was sealed under it, wherever it was copied. */

/** What became of a key that was destroyed. */
export interface Destroyed {
  /**
   * Whether no copy of it is left where the keys are kept. `false`: the key is not given out any more, and an old page of a
   * log may still hold it, until it is destroyed once more and that could be cleared.
   */
  readonly complete: boolean
}

/** Where the keys of customers are kept, apart from the record. To destroy a key is to erase its customer. */
export interface KeyStore {
  /**
   * The customer's key (32 bytes), made when there is none. Two callers at once are given the same. It is durable when it
   * is given: an event that is sealed under a key that a power cut takes is lost.
   */
  keyOf(tenant: string, customer: string): Promise<Uint8Array>
  /** The key if there is one: reading never makes one. */
  find(tenant: string, customer: string): Promise<Uint8Array | undefined>
  /** What was marked last for a tenant; undefined where nothing was. It tells that a record was put back. */
  mark(tenant: string): Promise<string | undefined>
  /**
   * Replaces the mark `before`. Returns false and changes nothing if `before` is not the last mark. It is durable when
   * it is answered.
   */
  setMark(tenant: string, before: string | undefined, mark: string): Promise<boolean>
  /**
   * Whether the keys are where they are kept, so that one can be given and made. A store that has no way to lose them, other
   * than to throw, leaves it out.
   */
  isThere?(): Promise<boolean>
  /** Forgets the key for ever. A customer who comes back is given a new one. */
  destroy(tenant: string, customer: string): Promise<Destroyed>
}

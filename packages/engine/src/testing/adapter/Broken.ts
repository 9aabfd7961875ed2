/** An adapter that is wrong in one way, to show that a law fails for it. */
export interface Broken<F> {
  /** The name of the law that it must fail. */
  readonly law: string
  /** What is wrong with it. */
  readonly fault: string
  readonly make: () => Promise<F>
}

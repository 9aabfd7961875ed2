/** The port to what a host has on file of its customers. Asked at a decision; the answer is recorded with it. */

/** What the host has on file of a customer. */
export interface CustomerRecord {
  readonly name?: string
  readonly language?: "zh-CN" | "en"
  readonly address?: string
  /** Names of what they agreed to, as the host has it on file. */
  readonly consent?: readonly string[]
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

export interface CustomerDirectory {
  customer(id: string): Promise<CustomerRecord | undefined>
  /** Everybody whom a channel with a `frequency` asks. Without it nobody is asked by period. */
  all?(): Promise<readonly string[]>
}

/** What a host is answered: places in the policy, events, a "no" with its reasons, and outcomes. */

/** Where something stands in the policy, 1-based. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
}

/** `key`: the same key with the same content gives the same answer; without one the call must not be repeated. */
export interface Call {
  readonly key?: string
  readonly signal?: AbortSignal
}

export interface LoopEvent {
  readonly event: string
  readonly id: string
  readonly case: string
  readonly version: number
  readonly at: Date
  readonly recordedAt: Date
  readonly actor: string
  readonly command: string
  readonly why?: Place
  readonly body: Readonly<Record<string, unknown>>
  /** One sentence in the reader's language. */
  readonly message: string
}

export interface Rejection {
  readonly code: string
  /** In the language of `open({ language })`; `messages` has both. */
  readonly message: string
  readonly messages: { readonly "zh-CN": string; readonly en: string }
  readonly reasons: readonly {
    readonly code: string
    readonly rule?: string
    readonly place?: Place
    readonly message: string
  }[]
  readonly rules: readonly Place[]
  readonly allowed: readonly string[]
  readonly events?: readonly LoopEvent[]
}

export type Outcome =
  | {
      readonly ok: true
      readonly version: number
      readonly events: readonly LoopEvent[]
      readonly replayed: boolean
      readonly message: string
      /** Over the actor's limit: accepted, waiting. */
      readonly pending?: {
        readonly approval: string
        readonly rules: readonly Place[]
        readonly from: string
        readonly people: readonly string[]
        readonly due: Date | null
      }
    }
  | { readonly ok: false; readonly rejection: Rejection }

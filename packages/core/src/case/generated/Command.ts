// Written by scripts/emit-commands.ts from packages/core/src/command. Do not edit.
/**
 * Everything that can be asked of a case, in the spelling that YAML, command line, HTTP and TypeScript share.
 *
 * *Reported* commands say what happened (placed at `occurredAt`, also in the past); *decided* ones happen when they
 * are recorded. Without the difference, back-dating would be a way around every clock and limit.
 */
import type { Language } from "../../policy/Rule.ts"
import type { Instant } from "../../time/Instant.ts"
import type { PlannedAction } from "../track/Evidence.ts"
import type { AnsweredBefore, Facts, OriginGiven, Suggested } from "../track/Submission.ts"

export type { Evidence, PlannedAction } from "../track/Evidence.ts"
export type { AnsweredBefore, Facts, OriginGiven, Submission, Suggested } from "../track/Submission.ts"

/**
 * The names of one policy, for the types of commands, feedback and answers.
 */
export interface PolicyNames {
  readonly channel: string
  readonly kind: string
  readonly category: string
  readonly role: string
  readonly department: string
  readonly loop: string
  readonly gate: string
  readonly clock: string
  readonly pause: string
  readonly level: string
  readonly hostEvent: string
  readonly consent: string
  readonly event: string
  readonly refusal: string
  /** The levels of each dimension; a dimension may be absent. */
  readonly grades: object
  /** The types of the facts. */
  readonly facts: object
  /** The command `pass`, with the evidence of each gate. */
  readonly pass: { readonly do: "pass" }
  /** The fields of each event. */
  readonly body: Readonly<Record<string, unknown>>
}

/** The names of a policy without types of its own: every name is a text. `hearback types` writes the types of one policy. */
export interface AnyNames extends PolicyNames {
  readonly grades: Readonly<Record<string, string>>
  readonly facts: Facts
  readonly pass: Pass
}

/** Opens a case with what the customer said. */
export interface Submit<N extends PolicyNames = AnyNames> {
  readonly do: "submit"
  /** The id of the new case. */
  readonly case: string
  /** The channel, a name of `channels`. */
  readonly channel: N["channel"]
  /** The customer's id; without it the case is anonymous. */
  readonly customer?: string
  /** The customer's name; in YAML `name` under `customer`. */
  readonly customerName?: string
  /** The language of the answers, such as `zh-CN` or `en`; in YAML `language` under `customer`. */
  readonly customerLanguage?: Language
  /** The customer's own words. Words or a score are required. */
  readonly verbatim?: string
  /** What happened, in the words of the person who recorded it. */
  readonly description?: string
  /** The kind, if the host knows it. */
  readonly kind?: N["kind"]
  /** When it happened, as the customer says it. */
  readonly happenedAt?: string
  /** Where it happened. */
  readonly where?: string
  /** What the customer asks for. */
  readonly demand?: string
  /** The time by which the customer wants it. */
  readonly hopedForBy?: string
  /** References to files. */
  readonly attachments?: readonly string[]
  /** Facts by name. */
  readonly facts?: N["facts"]
  /** The score on the channel's scale. */
  readonly score?: number
  /** The addresses for answers to the customer, by channel; in YAML `address` under `customer`. */
  readonly addresses?: Readonly<Record<string, string>>
  /** Purposes to which the customer agreed. */
  readonly consent?: readonly N["consent"][]
  /** The result of the host's classifier, or the reason why there is none. */
  readonly suggested?: Suggested
  /** When an imported case was answered and closed; no message is sent. */
  readonly history?: AnsweredBefore
  /** The category that the customer chose on the form, or that a person named in a split. */
  readonly category?: N["category"]
  /** The case from which it was split; only the engine sets it. */
  readonly of?: OriginGiven
}

/** Adds a message of the customer; from staff, a message to the customer outside a gate. */
export interface Write<N extends PolicyNames = AnyNames> {
  readonly do: "write"
  /** The words. */
  readonly text: string
  /** The channel. Default: the customer's last one. */
  readonly channel?: N["channel"]
  /** The message was written by a machine: it is stored without further effect. */
  readonly automatic?: boolean
  /** When it happened, as the customer says it. */
  readonly happenedAt?: string
  /** Where it happened. */
  readonly where?: string
  /** What the customer asks for. */
  readonly demand?: string
  /** The time by which the customer wants it. */
  readonly hopedForBy?: string
  /** References to files. */
  readonly attachments?: readonly string[]
  /** Facts by name. */
  readonly facts?: N["facts"]
  /** The score on the channel's scale. */
  readonly score?: number
  /** The addresses for answers to the customer, by channel; in YAML `address` under `customer`. */
  readonly addresses?: Readonly<Record<string, string>>
  /** Purposes to which the customer agreed. */
  readonly consent?: readonly N["consent"][]
}

/** The customer answers a proposal or a question for confirmation. */
export interface Reply<N extends PolicyNames = AnyNames> {
  readonly do: "reply"
  /** The gate. Default: the open gate that waits for a reply. */
  readonly gate?: N["gate"]
  /** `agree`, `counter` or `refuse` to a proposal; `satisfied` or `dissatisfied` to a confirmation. */
  readonly says: "agree" | "counter" | "refuse" | "satisfied" | "dissatisfied"
  /** The customer's words. */
  readonly text?: string
  /** When it happened, as the customer says it. */
  readonly happenedAt?: string
  /** Where it happened. */
  readonly where?: string
  /** What the customer asks for. */
  readonly demand?: string
  /** The time by which the customer wants it. */
  readonly hopedForBy?: string
  /** References to files. */
  readonly attachments?: readonly string[]
  /** Facts by name. */
  readonly facts?: N["facts"]
  /** The score on the channel's scale. */
  readonly score?: number
  /** The addresses for answers to the customer, by channel; in YAML `address` under `customer`. */
  readonly addresses?: Readonly<Record<string, string>>
  /** Purposes to which the customer agreed. */
  readonly consent?: readonly N["consent"][]
}

/** The customer answers the questions of a survey. */
export interface Answer<N extends PolicyNames = AnyNames> {
  readonly do: "answer"
  /** The gate. Default: the open gate with a survey. */
  readonly gate?: N["gate"]
  /** Answers, each by the name of its question. */
  readonly facts: N["facts"]
  /** Further words of the customer. */
  readonly text?: string
}

/** Pauses the clocks that allow this reason. It may be recorded late. */
export interface Pause<N extends PolicyNames = AnyNames> {
  readonly do: "pause"
  /** A reason that `pause` lists. */
  readonly reason: N["pause"]
}

/** Reports an event of the host, one of `events`. */
export interface Event<N extends PolicyNames = AnyNames> {
  readonly do: "event"
  /** The event's name. */
  readonly name: N["hostEvent"]
}

/** By the engine: the same customer said the same again. */
export interface Join<N extends PolicyNames = AnyNames> {
  readonly do: "join"
  /** The number of contacts, including this one. */
  readonly contacts: number
  /** The number of earlier contacts without an answer. */
  readonly unanswered: number
  /** Whether it is the same message by another channel. */
  readonly again?: boolean
  /** The channel of the message. */
  readonly channel: N["channel"]
  /** The customer's id. */
  readonly customer?: string
  /** The customer's name. */
  readonly customerName?: string
  /** The language of the answers. */
  readonly customerLanguage?: Language
  /** The customer's own words. */
  readonly verbatim?: string
  /** What happened. */
  readonly description?: string
  /** The kind. */
  readonly kind?: N["kind"]
  /** When it happened, as the customer says it. */
  readonly happenedAt?: string
  /** Where it happened. */
  readonly where?: string
  /** What the customer asks for. */
  readonly demand?: string
  /** The time by which the customer wants it. */
  readonly hopedForBy?: string
  /** References to files. */
  readonly attachments?: readonly string[]
  /** Facts by name. */
  readonly facts?: N["facts"]
  /** The score on the channel's scale. */
  readonly score?: number
  /** The addresses for answers to the customer, by channel; in YAML `address` under `customer`. */
  readonly addresses?: Readonly<Record<string, string>>
  /** Purposes to which the customer agreed. */
  readonly consent?: readonly N["consent"][]
  /** The result of the host's classifier, or the reason why there is none. */
  readonly suggested?: Suggested
}

/** Ends the pause. */
export interface Resume {
  readonly do: "resume"
}

/** Reports a planned action done; without a number, the part of the actor's department. */
export interface ActDone<N extends PolicyNames = AnyNames> {
  readonly do: "act-done"
  /** The gate that planned it; without it, the first with such an open action. */
  readonly gate?: N["gate"]
  /** Its number, counted from 1; without it, the part of a department. */
  readonly action?: number
  /** The proof that it is done. */
  readonly evidence?: string
}

/** The customer withdraws the feedback. */
export interface Withdraw {
  readonly do: "withdraw"
  /** The reason. */
  readonly reason?: string
}

/** Adds a note for the staff. */
export interface Note {
  readonly do: "note"
  /** The text. */
  readonly text: string
}

/** Merges the case into another one, which then answers both customers. */
export interface Merge {
  readonly do: "merge"
  /** The case into which it is merged. */
  readonly into: string
  /** The reason. */
  readonly reason?: string
}

/** Moves a part of the case into a new case for the same customers. */
export interface Split<N extends PolicyNames = AnyNames> {
  readonly do: "split"
  /** The text of the new case. */
  readonly text: string
  /** Its kind; without it, read from the words. */
  readonly kind?: N["kind"]
  /** Its category; without it, read from the words. */
  readonly category?: N["category"]
  /** When it happened, as the customer says it. */
  readonly happenedAt?: string
  /** Where it happened. */
  readonly where?: string
  /** What the customer asks for. */
  readonly demand?: string
  /** The time by which the customer wants it. */
  readonly hopedForBy?: string
  /** References to files. */
  readonly attachments?: readonly string[]
  /** Facts by name. */
  readonly facts?: N["facts"]
  /** The reason. */
  readonly reason?: string
}

/** Passes a gate by giving the evidence it asks for. */
export interface Pass {
  readonly do: "pass"
  /** The gate's name in the policy. */
  readonly gate: string
  /** Facts that the gate asks for. */
  readonly fields?: Facts
  /** Classification: the right category. */
  readonly category?: string
  /** Correction and prevention: `what`, `metric`, `target`, `owner`, `due`. */
  readonly actions?: readonly PlannedAction[]
  /** Root cause: the method. */
  readonly method?: string
  /** Root cause: the chain of causes, from the symptom down. */
  readonly whys?: readonly string[]
  /** Root cause: causes by fishbone branch or by question. */
  readonly causes?: Readonly<Record<string, string>>
  /** Root cause: `incidental` or `systemic`. */
  readonly cause?: "incidental" | "systemic"
  /** Root cause: the proof. */
  readonly evidence?: readonly string[]
  /** Effectiveness: the figure that was measured. */
  readonly proof?: string
  /** Proposal: the text of the proposal. */
  readonly proposal?: string
  /** Decision: one of `one-of`. */
  readonly decision?: string
  /** Decision: the reason. Classification: the reason for the correction. */
  readonly reason?: string
  /** Result: the result for the customer. */
  readonly result?: string
  /** Result: what could not be done, and why. Effectiveness: by how much the metric was missed; the check then fails. */
  readonly shortfall?: string
  /** Decision `later`: the date of the next review; without it, half a year later. */
  readonly until?: string
  /** Decision and prevention: `yes` releases the reason, or what is planned, for the report to customers. Write nothing that identifies a person. */
  readonly publish?: boolean
}

/** Gives one of the signatures that a gate asks for. */
export interface Sign<N extends PolicyNames = AnyNames> {
  readonly do: "sign"
  /** The gate's name in the policy. */
  readonly gate: N["gate"]
}

/** Gives an explanation instead of the evidence, if `or-explain` allows it. */
export interface Explain<N extends PolicyNames = AnyNames> {
  readonly do: "explain"
  /** The gate's name in the policy. */
  readonly gate: N["gate"]
  /** The reason. */
  readonly reason: string
  /** Facts that the explanation asks for. */
  readonly fields?: N["facts"]
}

/** Waives a gate, by authority. */
export interface Waive<N extends PolicyNames = AnyNames> {
  readonly do: "waive"
  /** The gate's name in the policy. */
  readonly gate: N["gate"]
  /** The reason. */
  readonly reason: string
}

/** Records facts, the kind of cause, another case with the same cause, or an address of the customer. */
export interface Set<N extends PolicyNames = AnyNames> {
  readonly do: "set"
  /** Facts by name. */
  readonly facts?: N["facts"]
  /** Another case with the same cause. */
  readonly causeOf?: string
  /** `incidental` or `systemic`. */
  readonly cause?: "incidental" | "systemic"
  /** The addresses for answers to the customer, by channel. */
  readonly addresses?: Readonly<Record<string, string>>
  /** The reason. */
  readonly reason?: string
}

/** Corrects the classification by the dictionary. */
export interface Reclassify<N extends PolicyNames = AnyNames> {
  readonly do: "reclassify"
  /** The right category. */
  readonly category?: N["category"]
  /** The right kind. */
  readonly kind?: N["kind"]
  /** The reason. */
  readonly reason: string
}

/** Sets a dimension that has rules to a level; a matrix cannot be set. */
export interface Regrade<N extends PolicyNames = AnyNames> {
  readonly do: "regrade"
  /** The level; the dimension follows from it. */
  readonly to: N["level"]
  /** The reason. */
  readonly reason: string
}

/** Grants money. Above the limit it waits for approval. */
export interface Compensate {
  readonly do: "compensate"
  /** A number in the policy's units, or text with its unit: `"600 CNY"`, `"10%"`. */
  readonly amount: number | string
  /** The reason. */
  readonly reason: string
}

/** Grants a discount. */
export interface Discount {
  readonly do: "discount"
  /** A number in the policy's units, or text with its unit: `"600 CNY"`, `"10%"`. */
  readonly amount: number | string
  /** The reason. */
  readonly reason: string
}

/** Grants units of resources, such as days of work. */
export interface Grant {
  readonly do: "grant"
  /** A number in the policy's units, or text with its unit: `"600 CNY"`, `"10%"`. */
  readonly amount: number | string
  /** The reason. */
  readonly reason: string
}

/** Approves a waiting request, which is then carried out in the name of whoever asked. Nobody approves their own request. */
export interface Approve {
  readonly do: "approve"
  /** The request's id; without it, the oldest. */
  readonly approval?: string
}

/** Denies a waiting request. */
export interface Deny {
  readonly do: "deny"
  /** The request's id; without it, the oldest. */
  readonly approval?: string
  /** The reason. */
  readonly reason?: string
}

/** Offers the case to somebody; the owner changes when they accept. */
export interface HandOver {
  readonly do: "hand-over"
  /** The person. */
  readonly to: string
  /** The reason. */
  readonly reason: string
}

/** Accepts the offered handover. */
export interface Accept {
  readonly do: "accept"
}

/** Declines the offered handover; from whoever offered it, withdraws it. */
export interface Decline {
  readonly do: "decline"
  /** The reason. */
  readonly reason?: string
}

/** The owner starts work. A case without an owner goes to the first person who takes it up; the next becomes a collaborator. */
export interface TakeUp {
  readonly do: "take-up"
}

/** Delegates authority on this case until a date: never more than the person has, and it cannot be passed on. */
export interface Delegate<N extends PolicyNames = AnyNames> {
  readonly do: "delegate"
  /** Who receives the authority. */
  readonly to: string
  /** A date (that day included) or an instant. */
  readonly until: string
  /** Which of the person's roles; without it, all. */
  readonly roles?: readonly N["role"][]
  /** The reason. */
  readonly reason?: string
}

/** Moves a deadline before it is due; the customer is told. The owner may set an earlier date without approval. */
export interface Extend<N extends PolicyNames = AnyNames> {
  readonly do: "extend"
  /** The clock's name. */
  readonly clock: N["clock"]
  /** A date (that day included) or an instant; it may be later than the deadline by one extension at most. */
  readonly until?: string
  /** The reason. */
  readonly reason: string
}

/** Forwards the case to another organisation: the customer loop ends, and the facts that the policy requires are recorded. */
export interface Forward<N extends PolicyNames = AnyNames> {
  readonly do: "forward"
  /** Facts that the ending requires. */
  readonly fields?: N["facts"]
  /** The reason. */
  readonly reason?: string
}

/** Does not accept the case, with a reason: the customer loop ends, and the facts that the policy requires are recorded. */
export interface TurnAway<N extends PolicyNames = AnyNames> {
  readonly do: "turn-away"
  /** The reason. */
  readonly reason: string
  /** Facts that the ending requires. */
  readonly fields?: N["facts"]
}

/** States whether a spot-checked decision is right. */
export interface SpotCheck {
  readonly do: "spot-check"
  /** The decision's id; without it, the first that nobody has checked. */
  readonly decision?: string
  /** `right` or `wrong`. */
  readonly finds: "right" | "wrong"
  /** The reason; required if the decision is wrong. */
  readonly reason?: string
}

/** Closes the loops whose gates are all settled, by authority. */
export interface Close {
  readonly do: "close"
}

/** Reopens a loop, if the policy allows it. */
export interface Reopen<N extends PolicyNames = AnyNames> {
  readonly do: "reopen"
  /** `dissatisfied`, `recurrence`, or an event of the host. */
  readonly because: N["hostEvent"] | "dissatisfied" | "recurrence"
  /** The reason. */
  readonly reason: string
}

/** Tells the case the time. */
export interface Time {
  readonly do: "time"
}

/** The problem reports its counts. */
export interface Count {
  readonly do: "count"
  /** The problem's id. */
  readonly problem: string
  /** The number of customers within the time window. */
  readonly customers: number
  /** The number of cases within the time window. */
  readonly cases: number
  /** `watching` or `open`. */
  readonly status: "watching" | "open"
}

/** Another case of the problem has shown that its cause is prevented. */
export interface Progress {
  readonly do: "progress"
  /** The problem's id. */
  readonly problem: string
  /** The case that shows it. */
  readonly case: string
  /** `live` (in place) or `verified` (proved effective). */
  readonly progress: "live" | "verified" | "failed"
}

/** Moves the case to the current version of the policy. */
export interface MovePolicy {
  readonly do: "move-policy"
  /** The reason. */
  readonly reason: string
}

/** Moves the case to the current calendars. */
export interface MoveCalendar {
  readonly do: "move-calendar"
  /** The reason. */
  readonly reason: string
}

/** By the engine: another case was merged into this one. */
export interface Absorb {
  readonly do: "absorb"
  /** The other case. */
  readonly case: string
}

/** The cause of this case recurred in another. */
export interface Recurred {
  readonly do: "recurred"
  /** The other case. */
  readonly case: string
  /** When the other case was received. */
  readonly receivedAt?: Instant
  /** The reason. */
  readonly reason: string
}

/** Prevention failed in a case with the same cause. */
export interface Flag {
  readonly do: "flag"
  /** The other case. */
  readonly case: string
}

/** Feedback was found in this case of a routine. */
export interface Found {
  readonly do: "found"
  /** The case of the feedback. */
  readonly case: string
}

/** Records that the customer's key was destroyed. */
export interface Erase {
  readonly do: "erase"
  /** The reason. */
  readonly reason: string
  /** Who requested it. */
  readonly by?: string
  /** The customer, if not the customer of the case. */
  readonly customer?: string
}

/** A channel delivered a message. */
export interface Delivered {
  readonly do: "delivered"
  /** The message's id on the case. */
  readonly message: string
  /** The recipient. */
  readonly to?: string
  /** The merged case of another customer who gets the message. */
  readonly party?: string
  /** The host's channel that delivered it. */
  readonly by?: string
  /** The id of the message in that channel. */
  readonly reference?: string
}

/** A message was not delivered. */
export interface Bounced {
  readonly do: "bounced"
  /** The message's id on the case. */
  readonly message: string
  /** The reason. */
  readonly reason: string
}

/** What happened; it stands at the instant at which it happened. */
export type Reported<N extends PolicyNames = AnyNames> =
  | Submit<N>
  | Write<N>
  | Reply<N>
  | Answer<N>
  | Pause<N>
  | Event<N>
  | Join<N>
  | Resume
  | ActDone<N>
  | Withdraw
  | Note

/** What a person decides; it happens when it is recorded. */
export type Decided<N extends PolicyNames = AnyNames> =
  | Merge
  | Split<N>
  | N["pass"]
  | Sign<N>
  | Explain<N>
  | Waive<N>
  | Set<N>
  | Reclassify<N>
  | Regrade<N>
  | Compensate
  | Discount
  | Grant
  | Approve
  | Deny
  | HandOver
  | Accept
  | Decline
  | TakeUp
  | Delegate<N>
  | Extend<N>
  | Forward<N>
  | TurnAway<N>
  | SpotCheck
  | Close
  | Reopen<N>

/** What the engine itself says to a case. */
export type Told =
  | Time
  | Count
  | Progress
  | MovePolicy
  | MoveCalendar
  | Absorb
  | Recurred
  | Flag
  | Found
  | Erase
  | Delivered
  | Bounced

export type Command<N extends PolicyNames = AnyNames> = Reported<N> | Decided<N> | Told
export type Verb = Command["do"]
export type CommandOf<V extends Verb> = Extract<Command, { readonly do: V }>
export type Says = Reply["says"]

/** A dry run: the case that a submission would open now, made by the same step that a real one takes. */
import { type Actor, Case, defined, type Fact, type Gathered, type Person, type Policy, Step } from "@hearback/core"

export interface Submission {
  readonly channel: string
  readonly text?: string
  readonly description?: string
  readonly score?: number
  readonly kind?: string
  readonly customer?: string
  readonly facts: Readonly<Record<string, Fact.FactValue>>
  /** Contacts of this customer about the same matter, this one included. */
  readonly contacts?: number
  /** Units: ms since 1970. */
  readonly at: number
}

export interface Company {
  readonly people: readonly Person.Person[]
  readonly customer?: NonNullable<Gathered.Gathered["customer"]>
  /** Who takes it; `system:<channel>` where nobody does. */
  readonly receiver: Actor.Actor
}

/** The name under which the dry case runs; it is never stored. */
const dryCase = "dry-run"

/** Returns the step that opening the case takes. */
export const dryRun = (policy: Policy.Policy, submission: Submission, company: Company): Step.Step => {
  const { at, text, contacts, facts, channel, description, score, kind, customer } = submission
  return Step.step(
    policy,
    Case.empty(dryCase),
    {
      do: "submit",
      case: dryCase,
      channel,
      facts,
      ...defined({ verbatim: text, description, score, kind, customer })
    },
    {
      id: dryCase,
      occurredAt: at,
      receivedAt: at,
      actor: company.receiver,
      draw: 1,
      gathered: {
        people: company.people,
        ledgers: {},
        ...defined({
          sameMatter: contacts === undefined ? undefined : { contacts, unanswered: contacts - 1 },
          customer: company.customer
        })
      }
    }
  )
}

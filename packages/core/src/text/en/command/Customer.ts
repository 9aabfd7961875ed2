import type { CommandTexts } from "../../shape/Command.ts"
import { brought } from "./Brought.ts"

export const onCustomer: CommandTexts<
  "submit" | "write" | "reply" | "answer" | "join" | "withdraw" | "bounced" | "delivered" | "event"
> = {
  submit: {
    says: "Opens a case with what the customer said.",
    arguments: {
      case: "The id of the new case.",
      channel: "Where it came from, a name of `channels`.",
      customer: "The customer's id; without it the case is anonymous.",
      customerName: "How the customer is called; in YAML `name` under `customer`.",
      customerLanguage: "the language of the answers, such as `zh-CN` or `en`; in YAML `language` under `customer`.",
      verbatim: "The customer's own words. Words or a score must be there.",
      description: "What happened, in the words of whoever took it.",
      kind: "The kind, where the host knows it.",
      ...brought,
      suggested: "What the host's own classifier makes of the words, or why it makes nothing.",
      history: "When it was answered and closed, where that was before it came here: nothing is sent.",
      category: "The category that the customer chose on the form, or that a person named in a split.",
      of: "The case that it came out of; the engine's own."
    }
  },
  write: {
    says: "The customer says more; from staff it is word to the customer, outside a gate.",
    arguments: {
      text: "The words.",
      channel: "The channel; else the customer's last one.",
      automatic: "Written by a machine: kept, and nothing follows.",
      ...brought
    }
  },
  reply: {
    says: "The customer answers a proposal or a question for confirmation.",
    arguments: {
      gate: "The gate; else the open one that waits for it.",
      says: "`agree`, `counter` or `refuse` to a proposal; `satisfied` or `dissatisfied` to a confirmation.",
      text: "The customer's words.",
      ...brought
    }
  },
  answer: {
    says: "The customer answers the questions of a survey.",
    arguments: {
      gate: "The gate; else the open one that asks by a survey.",
      facts: "Answers, each by the name of its question.",
      text: "The customer's words beside the answers."
    }
  },
  join: {
    says: "The engine: the same customer said the same thing again.",
    arguments: {
      contacts: "How often by now, this one included.",
      unanswered: "How many of those before nobody has answered.",
      again: "The very same message, by another channel.",
      channel: "Where it came from.",
      customer: "The customer's id.",
      customerName: "How the customer is called.",
      customerLanguage: "The language of the answers.",
      verbatim: "The customer's own words.",
      description: "What happened.",
      kind: "The kind.",
      ...brought,
      suggested: "What the host's own classifier makes of the words, or why it makes nothing."
    }
  },
  withdraw: {
    says: "The customer takes the feedback back.",
    arguments: {
      reason: "Why."
    }
  },
  bounced: {
    says: "A message did not arrive.",
    arguments: {
      message: "The message's id on the case.",
      reason: "Why."
    }
  },
  delivered: {
    says: "The channel took a message.",
    arguments: {
      message: "The message's id on the case.",
      to: "Whom it went to.",
      party: "Of another customer: the case that theirs was.",
      by: "The host's channel that took it.",
      reference: "What that channel calls it."
    }
  },
  event: {
    says: "An event of the host's own happened, one of `events`.",
    arguments: {
      name: "The event's name."
    }
  }
}

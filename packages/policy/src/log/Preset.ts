/**
 * Mappings of common log exports. Names of a preset count only if the policy declares them, so a preset demands
 * nothing of the policy. A mapping file overrides its preset.
 */

/** A mapping of a common export. */
export interface Preset {
  readonly columns: Readonly<Record<string, string>>
  readonly constants: Readonly<Record<string, string>>
  /** Columns by fact, dimension and outcome. */
  readonly facts: Readonly<Record<string, string>>
  readonly grades: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, string>>
  /** The meaning of each activity: a word of the language or a reason to wait, as a mapping file writes it. */
  readonly events: Readonly<Record<string, string | { readonly pause: string }>>
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly missing: readonly string[]
  readonly format?: string
  /** Whether the activities are those of a simulation: events of cases and work, named by gates of the policy. */
  readonly simulated?: true
}

const threeLevels = { "1 - High": "high", "2 - Medium": "medium", "3 - Low": "low" }

/** Incidents of ServiceNow: one row for each update, columns with their database names. */
const servicenow: Preset = {
  columns: {
    case: "number",
    activity: "incident_state",
    at: "sys_updated_at",
    order: "sys_mod_count",
    received: "opened_at",
    channel: "contact_type",
    customer: "caller_id",
    resource: "assigned_to",
    owner: "assigned_to"
  },
  constants: { kind: "complaint" },
  facts: { impact: "impact", urgency: "urgency" },
  grades: { priority: "priority" },
  outcomes: { reopened: "reopen_count" },
  events: {
    New: "none",
    Active: "resume",
    "In Progress": "resume",
    "Awaiting User Info": { pause: "waiting-on-customer" },
    "Awaiting Caller": { pause: "waiting-on-customer" },
    "Awaiting Vendor": "resume",
    "Awaiting Problem": "resume",
    "Awaiting Change": "resume",
    "Awaiting Evidence": "resume",
    Resolved: "answered",
    Closed: "none",
    Canceled: "none"
  },
  values: {
    impact: threeLevels,
    urgency: threeLevels,
    priority: {
      "1 - Critical": "critical",
      "2 - High": "high",
      "3 - Moderate": "moderate",
      "4 - Low": "low",
      "5 - Planning": "planning"
    },
    channel: {
      Phone: "phone",
      Email: "email",
      "Self service": "self-service",
      "Self-service": "self-service",
      Chat: "chat",
      "Walk-in": "walk-in",
      IVR: "ivr",
      "Direct opening": "direct-opening"
    }
  },
  missing: ["?"],
  format: "dd/MM/yyyy HH:mm"
}

/** Logs for process miners. Source: IEEE 1849-2016; attributes of a trace have `case:` before their key. */
const xes: Preset = {
  columns: {
    case: "case:concept:name",
    activity: "concept:name",
    at: "time:timestamp",
    resource: "org:resource",
    lifecycle: "lifecycle:transition"
  },
  constants: {},
  facts: {},
  grades: {},
  outcomes: {},
  events: {},
  values: {},
  missing: []
}

/** The mapping that is used without a preset. */
export const noPreset: Preset = { ...xes, columns: {} }

/** Logs that `hearback simulate --log` writes as CSV. */
const simulated: Preset = {
  ...noPreset,
  columns: {
    case: "case",
    activity: "activity",
    at: "timestamp",
    order: "order",
    resource: "resource",
    owner: "owner",
    lifecycle: "transition",
    channel: "channel",
    customer: "customer",
    category: "category",
    kind: "kind",
    verbatim: "verbatim",
    contacts: "contacts"
  },
  simulated: true
}

/** Logs that a simulation writes as XES. */
export const simulatedXes: Preset = {
  ...simulated,
  columns: {
    ...xes.columns,
    order: "order",
    owner: "owner",
    ...Object.fromEntries(
      ["channel", "customer", "category", "kind", "verbatim", "contacts"].map((name) => [name, `case:${name}`])
    )
  }
}

/** All presets by name. */
export const presets: Readonly<Record<string, Preset>> = { servicenow, xes, simulated }

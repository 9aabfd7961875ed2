/** The paths of rules of a bundle that was made without a policy file. */
import type { Bundle } from "../policy/Bundle.ts"

const place = { file: "build.policy.yaml", line: 1, column: 1 }

const spellings = new Map<string, string>()

/** Returns the key of a bundle as a policy writes it. */
const written = (key: string): string => {
  const known = spellings.get(key) ?? key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
  spellings.set(key, known)
  return known
}

/** Returns a place for every path of a policy that an event may name as its rule. */
export const placesOf = (bundle: Omit<Bundle, "places">): Bundle["places"] => {
  const paths = new Set<string>([
    "dictionary",
    "dictionary.sure-above",
    "dictionary.override-lasts",
    "dictionary.emotions",
    "intake",
    "intake.same-case",
    "intake.split",
    "intake.form.require",
    "endings.merged",
    "events",
    "grading",
    "dictionary.review-by",
    "retention",
    "loops",
    "clocks",
    "problems",
    "problems.same",
    "problems.open-when",
    "authority",
    "authority.limits",
    "authority.approval",
    "authority.spot-check",
    "authority.approval.within",
    "authority.approval.unanswered",
    "ownership",
    "ownership.first-owner",
    "ownership.take-up",
    "ownership.department",
    "ownership.handover",
    ...["accept-within", "at-most", "arbiter", "outside-department"].map((key) => `ownership.handover.${key}`),
    "ownership.absent",
    "ownership.recuse",
    "ownership.recuse.to",
    "ownership.on-call",
    "ownership.on-call.when",
    "ownership.on-call.accept-within",
    "ownership.team",
    "ownership.team.members",
    "ownership.team.answer-within",
    ...Object.keys(bundle.roles).map((role) => `roles.${role}`)
  ])
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === "cells") continue
      if ((key === "rule" || key === "path") && typeof inner === "string") paths.add(inner)
      visit(inner)
    }
  }
  // Calendars, zones and inputs are long and contain no rule.
  const { zones: _, calendars: __, inputs: ___, ...ruled } = bundle
  visit(ruled)
  const under = (path: string, keys: object, spelled: Readonly<Record<string, string>> = {}): void => {
    for (const [key, value] of Object.entries(keys))
      if (value !== undefined && !(Array.isArray(value) && value.length === 0))
        paths.add(`${path}.${spelled[key] ?? written(key)}`)
  }
  for (const one of bundle.dictionary.categories) {
    paths.add(`dictionary.categories.${one.name}`)
    under(`dictionary.categories.${one.name}`, one)
  }
  for (const { name, ask } of bundle.dictionary.signals) {
    paths.add(`dictionary.signals.${name}`)
    if (ask !== undefined) paths.add(`dictionary.signals.${name}.ask`)
  }
  for (const one of bundle.grading) paths.add(`grading.${one.name}`)
  for (const one of bundle.loops) {
    for (const rule of one.gates) {
      paths.add(`${one.path}.${rule.side}`)
      under(rule.path, rule)
      if (rule.orExplain !== undefined) under(`${rule.path}.or-explain`, rule.orExplain)
    }
    for (const rule of one.reopen) under(rule.path, rule)
  }
  for (const one of bundle.clocks) {
    under(one.path, one)
    if (one.extend !== undefined) under(`${one.path}.extend`, one.extend)
  }
  for (const [name, { form, askAfter }] of Object.entries(bundle.channels)) {
    if (form !== undefined) paths.add(`channels.${name}.form.require`)
    if (askAfter !== undefined) paths.add(`channels.${name}.ask-after`)
    paths.add(`channels.${name}.scale`)
    paths.add(`channels.${name}`)
  }
  for (const limit of bundle.authority.limits) {
    const path = `authority.limits.${limit.role}`
    paths.add(path)
    under(path, limit)
    if (limit.compensate !== undefined) under(`${path}.compensate`, limit.compensate)
  }
  for (const name of Object.keys(bundle.messages)) paths.add(`messages.${name}`)
  return Object.fromEntries([...paths].map((path) => [path, place]))
}

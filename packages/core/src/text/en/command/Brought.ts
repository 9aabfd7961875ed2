/** Arguments by which feedback brings more than its words: the same for every command that takes some. */

export const matter = {
  happenedAt: "When it happened, as the customer says it.",
  where: "Where it happened.",
  demand: "What the customer asks for.",
  hopedForBy: "The time by which the customer wants it.",
  attachments: "References to files.",
  facts: "Facts by name."
}

export const brought = {
  ...matter,
  score: "The score on the channel's scale.",
  addresses: "The addresses for answers to the customer, by channel; in YAML `address` under `customer`.",
  consent: "Purposes to which the customer agreed."
}

/** Finds circles in a graph of dependencies, and sorts its nodes. */

/** Returns every circle once. Each begins with the member that comes first in the order of the nodes. */
export const circlesOf = (edges: ReadonlyMap<string, Iterable<string>>): readonly (readonly string[])[] => {
  const found: (readonly string[])[] = []
  const done = new Set<string>()
  // Nodes in the order in which they were entered.
  const trail = new Set<string>()
  const visit = (node: string): void => {
    if (trail.has(node)) {
      const all = [...trail]
      found.push([...all.slice(all.indexOf(node)), node])
      return
    }
    if (done.has(node)) return
    trail.add(node)
    for (const next of edges.get(node) ?? []) visit(next)
    trail.delete(node)
    done.add(node)
  }
  for (const node of edges.keys()) visit(node)
  return found
}

/** Returns the nodes so that each comes after everything it depends on. Members of a circle keep their order. */
export const sorted = (edges: ReadonlyMap<string, Iterable<string>>): readonly string[] => {
  const out: string[] = []
  const seen = new Set<string>()
  const visit = (node: string): void => {
    if (seen.has(node)) return
    seen.add(node)
    for (const next of edges.get(node) ?? []) if (edges.has(next)) visit(next)
    out.push(node)
  }
  for (const node of edges.keys()) visit(node)
  return out
}

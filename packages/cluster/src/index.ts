/** Each case has one owner among the processes of a host. */
export { type Cluster, type ClusterOptions, cluster } from "./Cluster.ts"

package fr.socle.bench.proof;

/**
 * What the node is to do.
 *
 * @param entries how many entries the log has before anything is proved
 * @param proofs how many proofs a round makes; a first round of as many only warms up
 */
public record ProofPlan(long entries, int proofs, int rounds, long seed) {}

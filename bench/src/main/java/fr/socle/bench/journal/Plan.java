package fr.socle.bench.journal;

import java.time.Duration;

/**
 * What the node is to do.
 *
 * @param warmup how many entries of each sort are written before anything is measured
 * @param time how long each window writes
 */
public record Plan(int callers, int warmup, Duration time, int rounds, long seed) {}

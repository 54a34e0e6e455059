package fr.socle.bench.identity;

/**
 * Who signs in, and where.
 *
 * @param people accounts of the demonstration provider, drawn evenly
 * @param services relying services, drawn evenly
 */
record Population(int people, int services) {}

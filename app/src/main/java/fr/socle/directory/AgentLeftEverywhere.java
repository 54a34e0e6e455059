package fr.socle.directory;

/**
 * An agent signed himself out of every browser, or may enter no more. Told once for each identity
 * that is bound to him, in the transaction that ends his access.
 *
 * @param issuer who vouches for the identity
 * @param sub which it is there
 */
public record AgentLeftEverywhere(String issuer, String sub) {}

package fr.socle.directory;

/**
 * An agent signed himself out of one browser.
 *
 * @param secretHash SHA-256 of the secret of the session that ended
 */
public record AgentLeft(byte[] secretHash) {}

package fr.socle.identity.usager;

import java.time.Instant;
import java.util.UUID;

/** A browser at which a person signed in. */
public record Device(UUID id, Browser browser, Instant firstUsed, Instant lastUsed) {}

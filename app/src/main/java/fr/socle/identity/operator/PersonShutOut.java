package fr.socle.identity.operator;

import fr.socle.kernel.PersonRef;

/** A person was shut out: whatever she has open must end. Announced within the transaction. */
public record PersonShutOut(PersonRef person) {}

package fr.socle.identity.registry;

import fr.socle.kernel.IdentitePivot;

/** A register that knows the living: in France the RNIPP, kept by INSEE. */
public interface CivilRegistry {

    /** What the register says of this civil status. Takes seconds at worst, and holds nothing. */
    Verdict check(IdentitePivot identity);
}

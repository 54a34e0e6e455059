package fr.socle.demarches;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * The public keys under which tokens of opinions are signed, one for all who complete a procedure.
 */
public interface OpinionKeys {

    /** Empty when none was made for this quarter: then no token of it is good. */
    Optional<RSAPublicKey> find(DemarcheId demarche, OpinionQuarter quarter);
}

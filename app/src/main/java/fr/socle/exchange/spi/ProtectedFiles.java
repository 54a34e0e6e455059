package fr.socle.exchange.spi;

import fr.socle.kernel.PersonRef;

/**
 * Persons whose file is protected, because somebody may seek them: a motive that nobody can verify
 * founds no exchange about them. At most one bean implements it; without one nobody is protected.
 * It is asked at each call, so it answers from memory, and knows within two seconds what another
 * node changed.
 */
public interface ProtectedFiles {

    boolean isProtected(PersonRef person);
}

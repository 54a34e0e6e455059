package fr.socle.directory;

import fr.socle.ui.access.Right;
import java.util.Set;

/**
 * A named set of rights that an agent holds in one organisation. A block declares its roles as
 * beans, as it declares its rights.
 *
 * <pre>{@code
 * @Bean
 * Role instructeur() {
 *     return new Role("instructeur", Set.of(new Right("demarches.instruire")));
 * }
 * }</pre>
 *
 * @param code stable; its label is the message {@code role.<code>}
 * @param beyond whether its rights reach other organisations than the one where it is held; then
 *     only who holds every right himself may grant it
 */
public record Role(String code, Set<Right> rights, boolean beyond) {

    /** Holds every right, everywhere. Only who administers the whole directory may grant it. */
    public static final String OPERATEUR = "operateur";

    /** Manages his own organisation. */
    public static final String GESTIONNAIRE = "gestionnaire";

    public Role {
        if (!code.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("a role is named in small letters, not " + code);
        }
        rights = Set.copyOf(rights);
    }

    /** A role whose rights stop at the organisation where it is held. */
    public Role(String code, Set<Right> rights) {
        this(code, rights, false);
    }
}

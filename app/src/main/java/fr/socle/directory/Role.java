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
 */
public record Role(String code, Set<Right> rights) {

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
}

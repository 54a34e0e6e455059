package fr.socle.directory;

import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the roles that the blocks declare allow. */
@Component
public class Roles {

    private final Map<String, Role> declared;
    private final Map<String, Right> rights;

    Roles(List<Role> declared, List<Right> rights) {
        this.declared =
                declared.stream()
                        .collect(
                                Collectors.toMap(
                                        Role::code,
                                        Function.identity(),
                                        (one, other) -> {
                                            throw new IllegalStateException(
                                                    "role " + one.code() + " is declared twice");
                                        },
                                        TreeMap::new));
        this.rights =
                rights.stream()
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        Right::code,
                                        Function.identity(),
                                        (one, _) -> one,
                                        TreeMap::new));
    }

    /** The codes of all roles, in order. */
    public List<String> codes() {
        return List.copyOf(declared.keySet());
    }

    /**
     * The roles that this visitor may grant: those that reach beyond an organisation are for who
     * holds every right himself.
     */
    public List<String> grantable(Visitor visitor) {
        var everything = holdsEverything(visitor);
        return declared.values().stream()
                .filter(it -> everything || !it.beyond())
                .map(Role::code)
                .toList();
    }

    /** Whether he may do everything everywhere. Nobody gives what he does not hold. */
    private boolean holdsEverything(Visitor visitor) {
        return visitor instanceof Visitor.Agent agent
                && agent.platformRights().containsAll(rights.values());
    }

    /** Every right of every block. */
    public Set<Right> everyRight() {
        return Set.copyOf(rights.values());
    }

    public Optional<Right> right(String code) {
        return Optional.ofNullable(rights.get(code));
    }

    /** The codes of the roles that allow this in the organisation where they are held. */
    List<String> allowing(Right right) {
        return codes().stream()
                .filter(
                        it ->
                                rightsOf(List.of(it)).contains(right)
                                        || platformRightsOf(List.of(it)).contains(right))
                .toList();
    }

    /** What these roles allow in the organisation where they are held. */
    Set<Right> rightsOf(Collection<String> roles) {
        return roles.stream()
                .flatMap(it -> Optional.ofNullable(declared.get(it)).stream())
                .flatMap(it -> it.rights().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What these roles allow everywhere. */
    Set<Right> platformRightsOf(Collection<String> roles) {
        return roles.contains(Role.OPERATEUR) ? everyRight() : Set.of();
    }

    /** The rights of these codes; a code that no block declares any more allows nothing. */
    Set<Right> ofCodes(Collection<String> codes) {
        return codes.stream()
                .flatMap(it -> right(it).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package fr.socle.directory;

import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whom an invitation invites, and to what.
 *
 * @param name as it will be shown until the agent signs in
 * @param roles codes of {@link Role}
 */
public record InvitationDraft(
        String name, EmailAddress email, List<String> roles, List<ServiceId> services) {

    public InvitationDraft {
        roles = List.copyOf(roles);
        services = List.copyOf(services);
    }

    /**
     * Reads {@code name}, {@code email}, {@code roles} and {@code services}; empty when one is
     * wrong.
     *
     * @param grantable the roles that the actor may grant
     */
    public static Optional<InvitationDraft> read(Form form, Collection<String> grantable) {
        var name = form.read("name", Names::parse);
        var email = form.read("email", EmailAddress::parse);
        var roles = roles(form, grantable);
        var services = services(form);
        return form.ok()
                ? Optional.of(
                        new InvitationDraft(
                                name.orElseThrow(), email.orElseThrow(), roles, services))
                : Optional.empty();
    }

    static List<String> roles(Form form, Collection<String> grantable) {
        var roles = form.all("roles").stream().distinct().toList();
        if (!grantable.containsAll(roles)) {
            form.reject("roles", Refusal.of("directory.roles.unknown"));
        }
        return roles;
    }

    static List<ServiceId> services(Form form) {
        var typed = form.all("services").stream().distinct().toList();
        var services = typed.stream().flatMap(it -> ServiceId.of(it).stream()).toList();
        if (services.size() != typed.size()) {
            form.reject("services", Refusal.of("directory.services.unknown"));
        }
        return services;
    }

    /** An address read back from our own row. */
    public static EmailAddress email(String value) {
        return switch (EmailAddress.parse(value)) {
            case Parsed.Valid<EmailAddress>(var email) -> email;
            case Parsed.Invalid<EmailAddress>(var refusal) ->
                    throw new IllegalStateException("a row holds a bad e-mail: " + refusal.key());
        };
    }
}

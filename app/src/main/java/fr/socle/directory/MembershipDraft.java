package fr.socle.directory;

import fr.socle.ui.form.Form;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What an agent is to do in an organisation. */
public record MembershipDraft(List<String> roles, List<ServiceId> services) {

    public MembershipDraft {
        roles = List.copyOf(roles);
        services = List.copyOf(services);
    }

    /**
     * Reads {@code roles} and {@code services}; empty when one is wrong.
     *
     * @param grantable the roles that the actor may grant
     */
    public static Optional<MembershipDraft> read(Form form, Collection<String> grantable) {
        var roles = InvitationDraft.roles(form, grantable);
        var services = InvitationDraft.services(form);
        return form.ok() ? Optional.of(new MembershipDraft(roles, services)) : Optional.empty();
    }
}

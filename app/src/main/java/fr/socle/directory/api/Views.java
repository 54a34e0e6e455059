package fr.socle.directory.api;

import fr.socle.directory.Agent;
import fr.socle.directory.ApiToken;
import fr.socle.directory.HistoryLine;
import fr.socle.directory.Invitation;
import fr.socle.directory.Membership;
import fr.socle.directory.Organisation;
import fr.socle.directory.Service;
import fr.socle.directory.ServiceId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the API tells and what it reads. */
final class Views {

    private Views() {}

    @Schema(description = "Une organisation de l’annuaire")
    record OrganisationView(
            UUID id,
            @Schema(description = "Quatorze chiffres", example = "73282932000074") String siret,
            String name,
            @Schema(example = "commune") String type,
            @Nullable UUID parent,
            boolean active,
            boolean demonstration,
            @Schema(description = "S’il y en a un, à /organisations/{id}/logo") boolean logo,
            @Schema(description = "À renvoyer dans If-Match") long version) {

        static OrganisationView of(Organisation it) {
            return new OrganisationView(
                    it.id().value(),
                    it.siret().value(),
                    it.name(),
                    it.type().code(),
                    it.parent() == null ? null : it.parent().value(),
                    it.active(),
                    it.demonstration(),
                    it.logo(),
                    it.version());
        }
    }

    @Schema(description = "Ce que l’on dit d’une organisation")
    record OrganisationBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "73282932000074")
                    String siret,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String name,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {
                                "ministere",
                                "region",
                                "departement",
                                "commune",
                                "epci",
                                "etablissement-public",
                                "etablissement-scolaire",
                                "association",
                                "entreprise",
                                "autre"
                            })
                    String type,
            @Nullable UUID parent) {}

    @Schema(description = "Un acte, tel que le journal le dit")
    record HistoryView(
            @Schema(description = "Sa place dans le journal") long index,
            @Schema(example = "directory.agent-invite") String kind,
            Instant writtenAt,
            @Schema(description = "Qui a agi ; vide pour la console") String actor,
            String actorKind,
            @Schema(description = "À propos de qui ; vide pour personne") String agent,
            @Schema(description = "Nom d’un service ou code d’un rôle") String detail) {

        static HistoryView of(HistoryLine it) {
            return new HistoryView(
                    it.index(),
                    it.kind(),
                    it.writtenAt(),
                    it.actor(),
                    it.actorKind(),
                    it.agent(),
                    it.detail());
        }
    }

    @Schema(description = "Active ou désactive")
    record ActivationBody(boolean active) {}

    record ServiceView(
            UUID id,
            UUID organisation,
            String name,
            @Nullable UUID parent,
            boolean active,
            long version) {

        static ServiceView of(Service it) {
            return new ServiceView(
                    it.id().value(),
                    it.organisation().value(),
                    it.name(),
                    it.parent() == null ? null : it.parent().value(),
                    it.active(),
                    it.version());
        }
    }

    record ServiceBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String name,
            @Nullable UUID parent) {}

    record AgentView(
            UUID id,
            String name,
            @Nullable String email,
            boolean active,
            boolean demonstration,
            long version) {

        static AgentView of(Agent it) {
            return new AgentView(
                    it.id().value(),
                    it.name(),
                    it.email(),
                    it.active(),
                    it.demonstration(),
                    it.version());
        }
    }

    record AgentBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String name,
            @Nullable String email) {}

    @Schema(description = "La place d’un agent dans une organisation")
    record MembershipView(
            UUID agent,
            UUID organisation,
            List<String> roles,
            List<UUID> services,
            boolean active,
            long version) {

        static MembershipView of(Membership it) {
            return new MembershipView(
                    it.agent().value(),
                    it.organisation().value(),
                    it.roles(),
                    it.services().stream().map(ServiceId::value).toList(),
                    it.active(),
                    it.version());
        }
    }

    record MembershipBody(List<String> roles, List<UUID> services) {}

    record InvitationView(
            UUID id,
            UUID organisation,
            String name,
            String email,
            List<String> roles,
            List<UUID> services,
            @Schema(allowableValues = {"envoyee", "acceptee", "retiree", "expiree"}) String state,
            Instant expiresAt,
            long version) {

        static InvitationView of(Invitation it, Instant now) {
            return new InvitationView(
                    it.id().value(),
                    it.organisation().value(),
                    it.draft().name(),
                    it.draft().email().value(),
                    it.roles(),
                    it.draft().services().stream().map(ServiceId::value).toList(),
                    it.stateAt(now),
                    it.expiresAt(),
                    it.version());
        }
    }

    record InvitationBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) String name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 254) String email,
            List<String> roles,
            List<UUID> services) {}

    @Schema(description = "Un jeton ; son secret n’est donné qu’à la création")
    record TokenView(
            UUID id,
            String label,
            List<String> rights,
            @Schema(allowableValues = {"actif", "expire", "revoque"}) String state,
            Instant createdAt,
            Instant expiresAt,
            @Nullable LocalDate lastUsed,
            @Nullable String secret) {

        static TokenView of(ApiToken it, Instant now, @Nullable String secret) {
            return new TokenView(
                    it.id(),
                    it.label(),
                    it.rights(),
                    it.stateAt(now),
                    it.createdAt(),
                    it.expiresAt(),
                    it.lastUsed(),
                    secret);
        }
    }

    record TokenBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 120) String label,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> rights,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "366")
                    int days) {}

    @Schema(description = "Une adresse qui identifie l’agent une fois, pendant un quart d’heure")
    record OneTimeAddress(String address) {}
}

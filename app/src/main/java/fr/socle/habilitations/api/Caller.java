package fr.socle.habilitations.api;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationRights;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Who calls, what of a request he may see, and how he is answered. */
record Caller(Visitor.Agent visitor) {

    static Caller of(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> new Caller(agent);
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    Actor actor() {
        return Actor.of(visitor);
    }

    boolean stands(Cote side, OrganisationId organisation) {
        return Cote.of(visitor, organisation).contains(side);
    }

    /** As its organisation sees it, or else as an instructor or a reporter does. */
    Optional<Demande> sees(Demande it) {
        var organisation = it.dossier().organisation();
        if (stands(Cote.DEMANDEUR, organisation)) {
            return Optional.of(it);
        }
        var reader =
                visitor.holds(HabilitationRights.READ)
                        && !visitor.organisation().equals(organisation.value());
        return reader ? it.toExaminer() : Optional.empty();
    }

    /**
     * The version that the caller names in {@code If-Match}.
     *
     * @throws ApiProblem 428 when it is missing, 412 when no answer of ours had it
     */
    static long version(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw ApiProblem.of(428, Refusal.of("habilitations.api.version-missing"));
        }
        var digits = header.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("[0-9]{1,18}")) {
            throw stale();
        }
        return Long.parseLong(digits);
    }

    /** The value of an act that was done; every other outcome is a problem. */
    static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T>(var value) -> value;
            case Change.Stale<T> _ -> throw stale();
            case Change.Refused<T>(var field, var why) ->
                    throw ApiProblem.invalid("/" + field, why);
            case Change.Unknown<T> _ -> throw unknown();
        };
    }

    private static ApiProblem stale() {
        return ApiProblem.of(412, Refusal.of("habilitations.api.stale"));
    }

    static ApiProblem unknown() {
        return ApiProblem.of(404, Refusal.of("habilitations.api.unknown"));
    }
}

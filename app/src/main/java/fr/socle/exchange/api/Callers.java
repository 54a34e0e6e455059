package fr.socle.exchange.api;

import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.exchange.access.Consumer;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.habilitations.Delegation;
import fr.socle.habilitations.Delegations;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.Habilitations;
import fr.socle.identity.AccessTokens;
import fr.socle.identity.AccessTokens.Presented;
import fr.socle.kernel.Siret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds, at each call, the habilitation on whose ground whoever calls may ask. */
@Component
record Callers(
        Doorkeeper doorkeeper,
        AccessTokens tokens,
        Habilitations habilitations,
        Delegations delegations,
        Directory directory) {

    /** By which an editor names one of several delegations. */
    static final String DELEGATION = "delegation_id";

    /** Whether somebody may go on. */
    sealed interface Outcome {

        record Found(Caller caller) implements Outcome {}

        record Stopped(ApiError error) implements Outcome {}
    }

    Outcome of(HttpServletRequest request, Route route) {
        return route.federated() ? federated(request, route.set()) : program(request);
    }

    private Outcome program(HttpServletRequest request) {
        return switch (doorkeeper.who(request)) {
            case Doorkeeper.Who.Stranger(var error) -> new Outcome.Stopped(error);
            case Doorkeeper.Who.Known(var consumer) -> program(consumer, request);
        };
    }

    /** Of a software editor, for the recipient that the request names. */
    Outcome program(Consumer consumer, HttpServletRequest request) {
        var on = consumer.habilitation();
        return on == null
                ? editor(consumer, request)
                : new Outcome.Found(
                        new Caller.Program(consumer.id().toString(), on, consumer.organisation()));
    }

    /** Which holder lets the editor call, the recipient says; nothing else gives it a right. */
    private Outcome editor(Consumer editor, HttpServletRequest request) {
        var recipient = Call.recipientOf(request);
        if (recipient.isEmpty()) {
            return new Outcome.Stopped(Fault.recipient(request));
        }
        var named = request.getParameterValues(DELEGATION);
        if (named != null && named.length > 1) {
            return new Outcome.Stopped(Fault.PARAMETER.error.at(DELEGATION));
        }
        var usable =
                holders(recipient.get()).stream()
                        .flatMap(it -> delegations.usable(editor.organisation(), it.id()).stream())
                        .filter(it -> named == null || it.id().toString().equals(named[0]))
                        .toList();
        return switch (usable.size()) {
            case 0 -> new Outcome.Stopped(Fault.DELEGATION_MISSING.error);
            case 1 -> new Outcome.Found(delegated(editor, usable.getFirst()));
            default -> new Outcome.Stopped(Fault.DELEGATION_AMBIGUOUS.error);
        };
    }

    private static Caller delegated(Consumer editor, Delegation by) {
        return new Caller.Program(
                editor.id() + " délégation " + by.id(), by.habilitation(), by.holder());
    }

    private Outcome federated(HttpServletRequest request, DataSet set) {
        var token = doorkeeper.bearer(request);
        if (token.isEmpty()) {
            return new Outcome.Stopped(Fault.TOKEN.error);
        }
        return switch (tokens.usager(token.get())) {
            case Presented.Nobody _ -> new Outcome.Stopped(Fault.TOKEN.error);
            case Presented.WithoutIdentity _ ->
                    new Outcome.Stopped(Fault.IDENTITY_SCOPES_MISSING.error);
            case Presented.Usager usager -> federated(usager, request, set);
        };
    }

    private Outcome federated(Presented.Usager usager, HttpServletRequest request, DataSet set) {
        var recipient = Call.recipientOf(request);
        if (recipient.isEmpty()) {
            return new Outcome.Stopped(Fault.recipient(request));
        }
        var holders = holders(recipient.get()).stream().map(Organisation::id).toList();
        return habilitations.covering(usager.service()).stream()
                .filter(it -> holders.contains(it.organisation()))
                .min(Comparator.comparing(it -> unfit(it, set)))
                .<Outcome>map(it -> new Outcome.Found(new Caller.Federated(usager, it)))
                .orElseGet(() -> new Outcome.Stopped(Fault.TOKEN_WITHOUT_GROUND.error));
    }

    /** One that was revoked comes last: the refusal is then told to the person. */
    private static int unfit(Habilitation it, DataSet set) {
        return (it.revokedAt().isPresent() ? 4 : 0)
                + (it.fields().containsKey(set.code()) ? 0 : 2)
                + (it.requesters().contains(RequesterKind.USAGER_LUI_MEME) ? 0 : 1);
    }

    private List<Organisation> holders(Siret recipient) {
        return directory.ofLegalUnit(recipient.siren());
    }

    /**
     * The agent for whom a program asks: nobody, somebody whom the directory knows, or a wrong
     * token.
     */
    sealed interface Agent {

        record None() implements Agent {}

        record Known(fr.socle.directory.AgentId id) implements Agent {}

        record Wrong() implements Agent {}
    }

    /**
     * @param token of the agents' federation; empty when the program named no agent
     */
    Agent agent(Optional<String> token) {
        return token.isEmpty()
                ? new Agent.None()
                : tokens.agent(token.get())
                        .flatMap(it -> directory.agentOf(it.issuer(), it.sub()))
                        .<Agent>map(it -> new Agent.Known(it.id()))
                        .orElseGet(Agent.Wrong::new);
    }
}

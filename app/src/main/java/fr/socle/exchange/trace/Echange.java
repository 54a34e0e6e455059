package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.PERSONNE;

import fr.socle.exchange.Case;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.habilitations.Differe;
import fr.socle.habilitations.Habilitation;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import fr.socle.kernel.PersonRef;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, as its entries tell it.
 *
 * @param id names it in all its entries; it is in no address
 * @param organisation the name of the organisation that asks
 * @param provider the name of the one that is asked
 * @param secrecy the word of how secret the data is; empty when nobody gives it here
 * @param labels what is asked, in words
 */
public record Echange(
        UUID id,
        Question question,
        @Nullable Habilitation habilitation,
        @Nullable CaseState onCase,
        String organisation,
        String provider,
        String secrecy,
        List<String> labels) {

    /** Thirty-six months, as for every exchange between administrations. */
    static final Retention RETENTION =
            Retention.imposed(Period.ofMonths(36), "CRPA, art. L. 114-8");

    private static final String DECLARED = "motif déclaré par l’administration, non vérifié";

    public Echange {
        labels = List.copyOf(labels);
    }

    /** The person or company whom it is about; empty when nobody or several could be meant. */
    public Optional<PersonRef> person() {
        return question.subject().person();
    }

    /** Whether it is about a person of whom nobody can say who they are here. */
    public boolean unattributed() {
        return person().isEmpty() && question.subject().company().isEmpty();
    }

    /** What is no one's: for whoever checks, and for both administrations. */
    Part facts(Part part) {
        return facts(part, Map.of());
    }

    /**
     * As {@link #facts(Part)}.
     *
     * @param more what this entry alone tells
     */
    Part facts(Part part, Map<String, ?> more) {
        var told = new HashMap<String, Object>(more);
        told.put("echange", id.toString());
        told.put("jeu-de-donnees", question.dataSet());
        told.put("donnees", question.fields().stream().sorted().toList());
        told.put("organisation", question.requester().organisation().toString());
        told.put("demandeur", nature());
        told.put("habilitation", question.habilitation().toString());
        told.put("secret", secrecy);
        told.put("non-rattache", unattributed());
        if (habilitation != null) {
            told.put("version", (long) habilitation.version());
        }
        if (onCase != null) {
            told.put("dossier-version", onCase.version());
        }
        return part.with(told);
    }

    /** Who asked, about which company, for which case: the data protection officer opens it. */
    Part names(Part part) {
        return names(part, Map.of());
    }

    /**
     * As {@link #names(Part)}.
     *
     * @param more what this entry alone tells
     */
    Part names(Part part, Map<String, ?> more) {
        var told = new HashMap<String, Object>(more);
        told.put("demandeur-id", requesterId());
        told.put("dossier", caseText());
        question.subject().company().ifPresent(it -> told.put("siren", it.value()));
        var named = part.with(told);
        return person().map(named::about).orElse(named);
    }

    /**
     * What the person reads, if it is known who they are.
     *
     * @param more what this entry alone tells
     */
    List<Part> toldTo(String motif, String issue, Map<String, ?> more) {
        return person().stream()
                .map(it -> Part.readBy(PERSONNE).about(it).with(told(motif, issue, more)))
                .toList();
    }

    /** Another person's case stays unnamed: it is nobody else's business. */
    private Map<String, Object> told(String motif, String issue, Map<String, ?> more) {
        var told = new HashMap<String, Object>(more);
        told.put("echange", id.toString());
        told.put("organisation", organisation);
        told.put("motif", motif);
        told.put("demarche", reason());
        told.put("reference", ownReference());
        told.put("fournisseur", provider);
        told.put("donnees", labels);
        told.put("issue", issue);
        if (habilitation != null && ownHabilitation()) {
            told.put("fondement", habilitation.cadreJuridique());
        }
        return told;
    }

    /**
     * Why and how long the person does not read of it; empty when they read at once. Nobody hides
     * behind the habilitation of another.
     */
    public Optional<Differe> differe() {
        return habilitation == null || !ownHabilitation()
                ? Optional.empty()
                : habilitation.differe();
    }

    /** Why the data is asked, in a sentence; empty when the ground is not the asker's. */
    public String finalite() {
        return habilitation == null || !ownHabilitation() ? "" : habilitation.finalite();
    }

    private boolean ownHabilitation() {
        return habilitation != null
                && habilitation.organisation().equals(question.requester().organisation());
    }

    /** The case's title; a motive that nobody verified is told as such. */
    private String reason() {
        return switch (question.onCase()) {
            case Case.Verifie _ -> onCase != null && isOwnCase() ? onCase.title() : "";
            case Case.Declare(var text) ->
                    text.isBlank() ? DECLARED : "« " + text + " » (" + DECLARED + ")";
            case Case.Presence(var service) -> "votre identification à « " + service + " »";
        };
    }

    /** By which the person's own pages find their dossier again, once it has a number. */
    private String ownReference() {
        return question.onCase() instanceof Case.Verifie(var reference) && isOwnCase()
                ? reference
                : "";
    }

    private boolean isOwnCase() {
        return onCase != null && person().filter(onCase.subject()::equals).isPresent();
    }

    private String nature() {
        return switch (question.requester()) {
            case Requester.Agent _ -> "agent";
            case Requester.UsagerLuiMeme _ -> "usager";
            case Requester.Automate _ -> "automate";
        };
    }

    private String requesterId() {
        return switch (question.requester()) {
            case Requester.Agent(var agent, _) -> agent.toString();
            case Requester.UsagerLuiMeme _ -> "";
            case Requester.Automate(var client, _) -> client;
        };
    }

    private String caseText() {
        return switch (question.onCase()) {
            case Case.Verifie(var reference) -> reference;
            case Case.Declare(var text) -> text;
            case Case.Presence(var service) -> service;
        };
    }
}

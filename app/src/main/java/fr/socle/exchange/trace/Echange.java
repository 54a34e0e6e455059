package fr.socle.exchange.trace;

import fr.socle.exchange.Case;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.habilitations.Habilitation;
import fr.socle.journal.Part;
import fr.socle.journal.Retention;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, as its entries tell it.
 *
 * @param id names it in all its entries; it is in no address
 * @param organisation the name of the organisation that asks
 * @param provider the name of the one that is asked
 * @param labels what is asked, in words
 */
public record Echange(
        UUID id,
        Question question,
        @Nullable Habilitation habilitation,
        @Nullable CaseState onCase,
        String organisation,
        String provider,
        List<String> labels) {

    /** Thirty-six months, as for every exchange between administrations. */
    static final Retention RETENTION =
            Retention.imposed(Period.ofMonths(36), "CRPA, art. L. 114-8");

    public Echange {
        labels = List.copyOf(labels);
    }

    /** What is no one's: for whoever checks, and for both administrations. */
    Part facts(Part part) {
        var told =
                part.with("echange", id.toString())
                        .with("jeu-de-donnees", question.dataSet())
                        .with("donnees", question.fields().stream().sorted().toList())
                        .with("organisation", question.requester().organisation().toString())
                        .with("demandeur", nature())
                        .with("habilitation", question.habilitation().toString());
        told = habilitation == null ? told : told.with("version", habilitation.version());
        return onCase == null ? told : told.with("dossier-version", onCase.version());
    }

    /** Who asked and for which case: the data protection officer opens it on a ground. */
    Part names(Part part) {
        return part.with("demandeur-id", requesterId()).with("dossier", caseText());
    }

    /** What the person reads. Another person's case stays unnamed: it is nobody else's business. */
    Part told(Part part, String motif, String issue) {
        var told =
                part.with("echange", id.toString())
                        .with("organisation", organisation)
                        .with("motif", motif)
                        .with("demarche", ownCase() ? title() : "")
                        .with("fournisseur", provider)
                        .with("donnees", labels)
                        .with("issue", issue);
        return habilitation == null || !ownHabilitation()
                ? told
                : told.with("fondement", habilitation.cadreJuridique());
    }

    /** Why the data is asked, in a sentence; empty when the ground is not the asker's. */
    public String finalite() {
        return habilitation == null || !ownHabilitation() ? "" : habilitation.finalite();
    }

    private boolean ownHabilitation() {
        return habilitation != null
                && habilitation.organisation().equals(question.requester().organisation());
    }

    private boolean ownCase() {
        return onCase != null && onCase.subject().equals(question.subject().person());
    }

    private String title() {
        return onCase == null ? "" : onCase.title();
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
        };
    }
}

package fr.socle.habilitations.demande;

import fr.socle.habilitations.demande.Demande.AModifier;
import fr.socle.habilitations.demande.Demande.Accordee;
import fr.socle.habilitations.demande.Demande.Archivable;
import fr.socle.habilitations.demande.Demande.Archivee;
import fr.socle.habilitations.demande.Demande.Redigeable;
import fr.socle.habilitations.demande.Demande.Revocable;
import fr.socle.habilitations.demande.Demande.Rouverte;
import fr.socle.habilitations.demande.Demande.Soumise;
import fr.socle.habilitations.trace.Acte;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order may be carried out, and what comes of it. It knows nothing but its arguments, so
 * that pages, programs and the tests decide alike.
 */
public final class Regles {

    private Regles() {}

    /** What comes of an order. */
    public sealed interface Issue {

        /** The request moves on. */
        record Fait(Acte act, Demande after, String motif) implements Issue {}

        /** This state does not offer that move. */
        record PasDIci() implements Issue {}

        /** It is the business of the other side. */
        record PasDeCeCote() implements Issue {}

        /**
         * The move is offered, and a rule forbids it now.
         *
         * @param why key of the message that says so
         */
        record Interdit(String why) implements Issue {}
    }

    /**
     * Who orders, and when.
     *
     * @param agent null for a program
     * @param today in Paris
     */
    public record Par(Cote side, @Nullable UUID agent, LocalDate today) {}

    public static Issue apply(Demande present, Ordre ordre, Par par) {
        if (!ordre.sides().contains(par.side())) {
            return new Issue.PasDeCeCote();
        }
        return switch (ordre) {
            case Ordre.DuDemandeur it -> ofRequester(present, it, par);
            case Ordre.Decision it ->
                    present instanceof Soumise waiting
                            ? decided(waiting, it, par.today())
                            : new Issue.PasDIci();
            case Ordre.Revoquer(var motif) ->
                    present instanceof Revocable it && it.founded()
                            ? new Issue.Fait(Acte.REVOQUEE, it.revoquer(motif), motif)
                            : new Issue.PasDIci();
            case Ordre.Archiver _ -> archived(present, par.today());
        };
    }

    private static Issue ofRequester(Demande present, Ordre.DuDemandeur ordre, Par par) {
        return switch (ordre) {
            case Ordre.Enregistrer(var content) ->
                    present instanceof Redigeable it
                            ? done(Acte.BROUILLON, it.enregistrer(content).by(par.agent()))
                            : new Issue.PasDIci();
            case Ordre.Soumettre(var content) ->
                    present instanceof Redigeable it
                            ? done(sending(it), it.soumettre(content).by(par.agent()))
                            : new Issue.PasDIci();
            case Ordre.AnnulerReouverture _ ->
                    present instanceof Rouverte it && it.reopened()
                            ? done(Acte.REOUVERTURE_ANNULEE, it.annuler())
                            : new Issue.PasDIci();
            case Ordre.Reprendre _ -> takenOver(present, par.agent());
        };
    }

    private static Acte sending(Redigeable it) {
        var again = it instanceof Accordee || it.dossier().granted() > 0;
        return again && !(it instanceof AModifier) ? Acte.REOUVERTURE : Acte.DEMANDE;
    }

    private static Issue takenOver(Demande present, @Nullable UUID agent) {
        if (present instanceof Archivee) {
            return new Issue.PasDIci();
        }
        return Objects.equals(present.dossier().requester(), agent)
                ? new Issue.Interdit("habilitations.transfer.same")
                : done(Acte.TRANSFEREE, present.by(agent));
    }

    private static Issue decided(Soumise waiting, Ordre.Decision decision, LocalDate today) {
        return switch (decision) {
            case Ordre.Accorder _ -> done(Acte.ACCORDEE, waiting.accorder(today));
            case Ordre.DemanderModifications(var motif) ->
                    new Issue.Fait(
                            Acte.MODIFICATIONS_DEMANDEES,
                            waiting.demanderModifications(motif),
                            motif);
            case Ordre.Refuser(var motif) ->
                    new Issue.Fait(Acte.REFUSEE, waiting.refuser(motif), motif);
        };
    }

    private static Issue archived(Demande present, LocalDate today) {
        if (!(present instanceof Archivable it)) {
            return new Issue.PasDIci();
        }
        return it.holdsOn(today)
                ? new Issue.Interdit("habilitations.archive.holds")
                : done(Acte.ARCHIVEE, it.archiver());
    }

    private static Issue done(Acte act, Demande after) {
        return new Issue.Fait(act, after, "");
    }
}

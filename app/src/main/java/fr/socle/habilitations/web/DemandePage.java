package fr.socle.habilitations.web;

import fr.socle.habilitations.delegation.HabilitationDelegations;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.message.DemandeMessages;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request, as its organisation reads it.
 *
 * @param reader the agent who looks
 * @param today in Paris
 * @param form what was refused; blank otherwise
 * @param told what became of an act
 */
public record DemandePage(DemandeView view, UUID reader, LocalDate today, Form form, Told told)
        implements Page {

    /**
     * What became of an act.
     *
     * @param done key of what was just done
     * @param refused the rule that forbids it
     * @param stale whether someone else acted meanwhile
     */
    public record Told(@Nullable String done, @Nullable Refusal refused, boolean stale) {

        static final Told NOTHING = new Told(null, null, false);
        static final Told STALE = new Told(null, null, true);

        static Told done(String key) {
            return new Told(key, null, false);
        }

        static Told refused(Refusal why) {
            return new Told(null, why, false);
        }
    }

    private Demande demande() {
        return view.demande();
    }

    /** Whether it can be written: as a draft, after a demand for changes, or once granted. */
    public boolean writable() {
        return demande() instanceof Demande.Redigeable;
    }

    /** What the link to write it says. */
    public String writing() {
        return switch (demande()) {
            case Demande.Accordee _ -> "habilitations.reopen";
            case Demande.Brouillon _ -> "habilitations.go-on";
            case Demande.Soumise _,
                    Demande.AModifier _,
                    Demande.Refusee _,
                    Demande.Revoquee _,
                    Demande.Archivee _ ->
                    "habilitations.rewrite";
        };
    }

    /** Whether a new version was asked that can be given up. */
    public boolean reopened() {
        return demande() instanceof Demande.Rouverte it && it.reopened();
    }

    public boolean archivable() {
        return demande() instanceof Demande.Archivable it && !it.holdsOn(today);
    }

    /** Whether another agent answers for it, whom this one may relieve. */
    public boolean others() {
        return !(demande() instanceof Demande.Archivee)
                && !reader.equals(demande().dossier().requester());
    }

    public boolean delegable() {
        return HabilitationDelegations.delegable(demande());
    }

    public boolean writes() {
        return DemandeMessages.open(demande());
    }

    @Override
    public int status() {
        return told.stale() ? 409 : form.ok() && told.refused() == null ? 200 : 422;
    }
}

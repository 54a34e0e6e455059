package fr.socle.habilitations.web;

import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.message.DemandeMessage;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.habilitations.store.ActeStore;
import fr.socle.habilitations.store.GrantStore.Granted;
import fr.socle.ui.Frame;
import java.util.List;
import java.util.Set;

/**
 * A request as both sides read it.
 *
 * @param versions what was granted, the newest first
 * @param messages the oldest first
 * @param history the newest first
 */
public record DemandeView(
        Demande demande,
        String organisation,
        List<Granted> versions,
        List<Written> messages,
        List<Line> history,
        List<DataSet> sets) {

    /** One act, and who did it; empty when a program did. */
    public record Line(ActeStore.Line act, String actor) {}

    /** One message, and who wrote it; empty when a program did. */
    public record Written(DemandeMessage message, String author) {}

    public Contenu content() {
        return demande.dossier().content();
    }

    /** The labels of the requested fields of one data set, in the catalogue's order. */
    public static List<String> fields(Frame frame, DataSet set, Contenu content) {
        var wanted = content.fields().getOrDefault(set.code(), Set.of());
        return set.fields().stream()
                .filter(it -> wanted.contains(it.code()))
                .map(it -> frame.words().orItself(it.label()))
                .toList();
    }

    /** The data sets of which something is requested. */
    public List<DataSet> setsOf(Contenu content) {
        return sets.stream().filter(it -> content.fields().containsKey(it.code())).toList();
    }

    public static String requesters(Frame frame, Contenu content) {
        return String.join(
                ", ",
                content.requesters().stream()
                        .map(it -> frame.t("habilitations.requester." + it.name()))
                        .toList());
    }

    /** The kind of tag by which the state is shown. */
    public static String tag(Demande demande) {
        return switch (demande) {
            case Demande.Accordee _ -> "good";
            case Demande.Refusee _, Demande.Revoquee _ -> "bad";
            case Demande.AModifier _ -> "warn";
            case Demande.Brouillon _, Demande.Archivee _ -> "plain";
            case Demande.Soumise _ -> "info";
        };
    }
}

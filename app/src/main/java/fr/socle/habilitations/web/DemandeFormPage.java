package fr.socle.habilitations.web;

import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Usages;
import fr.socle.habilitations.demande.Volume;
import fr.socle.habilitations.formulaire.Formulaires.Offre;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request, or writes it anew.
 *
 * @param demande null for a new one
 * @param stale whether someone else acted meanwhile
 */
public record DemandeFormPage(@Nullable Demande demande, Form form, Offre offre, boolean stale)
        implements Page {

    public String action() {
        return demande == null
                ? "/administration/habilitations/nouvelle"
                : "/administration/habilitations/" + demande.dossier().id() + "/modifier";
    }

    /** The version that the form carries. */
    public long version() {
        if (demande == null) {
            return 0;
        }
        return stale || form.typed(Form.VERSION).isEmpty()
                ? demande.dossier().version()
                : form.version();
    }

    /** What the instructor asked to change; empty otherwise. */
    public String asked() {
        return demande == null ? "" : demande.reason();
    }

    public static List<Option> fields(Frame frame, DataSet set) {
        return set.fields().stream()
                .map(it -> Option.of(it.code(), frame.words().orItself(it.label())))
                .toList();
    }

    public static List<Option> usages(Frame frame) {
        return options(frame, Usages.codes(), "habilitations.usage.");
    }

    public static List<Option> natures(Frame frame) {
        return options(frame, Usages.NATURES, "habilitations.nature.");
    }

    public static List<Option> volumes() {
        return Volume.CALLS.stream().map(it -> Option.of(it, it)).toList();
    }

    private static List<Option> options(Frame frame, List<String> codes, String key) {
        return codes.stream().map(it -> Option.of(it, frame.t(key + it))).toList();
    }

    /** What to know first about this kind of data: who gives it, and what its form says. */
    public String about(Frame frame, DataSet set) {
        var formulaire = offre.formulaire(set);
        if (!formulaire.open()) {
            return set.provider() + " – " + frame.t("habilitations.closed");
        }
        return formulaire.introduction().isEmpty()
                ? set.provider()
                : set.provider() + " – " + formulaire.introduction();
    }

    /** Whether what only some kinds of data ask is shown unfolded. */
    public boolean unfolded() {
        var asked = offre.sets().stream().anyMatch(it -> !offre.formulaire(it).blocs().isEmpty());
        return asked
                || form.errors().stream()
                        .anyMatch(
                                it ->
                                        it.field()
                                                .matches(
                                                        "(technique|volume|homologation|services|metier).*"));
    }

    public static List<Option> requesters(Frame frame) {
        return List.of(
                Option.of("usager", frame.t("habilitations.requester.USAGER_LUI_MEME")),
                Option.of("agent", frame.t("habilitations.requester.AGENT")),
                Option.of("automate", frame.t("habilitations.requester.AUTOMATE")),
                Option.of(
                        "automate-sans-dossier",
                        frame.t("habilitations.requester.AUTOMATE_SANS_DOSSIER")));
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}

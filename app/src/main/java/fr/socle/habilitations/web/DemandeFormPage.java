package fr.socle.habilitations.web;

import fr.socle.habilitations.demande.Demande;
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
public record DemandeFormPage(
        @Nullable Demande demande, Form form, List<DataSet> sets, boolean stale) implements Page {

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
        return set.fields().stream().map(it -> Option.of(it.code(), frame.t(it.label()))).toList();
    }

    public static List<Option> requesters(Frame frame) {
        return List.of(
                Option.of("usager", frame.t("habilitations.requester.USAGER_LUI_MEME")),
                Option.of("agent", frame.t("habilitations.requester.AGENT")),
                Option.of("automate", frame.t("habilitations.requester.AUTOMATE")));
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}

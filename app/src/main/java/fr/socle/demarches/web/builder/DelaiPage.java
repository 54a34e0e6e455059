package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.delai.Regime;
import fr.socle.demarches.delai.Silence;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;

/**
 * Who decides the dossiers of a procedure.
 *
 * @param regime as it holds now
 */
public record DelaiPage(Demarche demarche, Regime regime, Form form, boolean stale)
        implements Page {

    static String path(Demarche demarche) {
        return BuilderDesk.base(demarche) + "/delai";
    }

    public String action() {
        return path(demarche);
    }

    public long version() {
        return Shown.version(form, demarche.fiche().version(), stale);
    }

    /** It is settled once the procedure was published. */
    public boolean open() {
        return demarche instanceof Demarche.Brouillon;
    }

    public List<Option> regimes(Frame frame) {
        return DelaiForm.REGIMES.stream()
                .map(it -> Option.of(it, frame.t("demarches.regime." + it)))
                .toList();
    }

    public List<Option> units(Frame frame) {
        return Arrays.stream(Silence.Unite.values())
                .map(it -> Option.of(it.code(), frame.t("demarches.unite." + it.code())))
                .toList();
    }

    public List<Option> corrections(Frame frame) {
        return List.of(
                Option.of(DelaiForm.CONTINUES, frame.t("demarches.regime.correction.continue")),
                Option.of(DelaiForm.RESTARTS, frame.t("demarches.regime.correction.reprend")));
    }

    /** What holds, in one sentence. */
    public String present(Frame frame) {
        var what = frame.t("demarches.regime." + regime.code());
        return regime instanceof Regime.AvecSilence(var silence)
                ? frame.t(
                        "demarches.regime.present",
                        what,
                        silence.period(),
                        frame.t("demarches.unite." + silence.unit().code()))
                : what;
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}

package fr.socle.demarches.web.builder;

import fr.socle.demarches.delai.Regime;
import fr.socle.demarches.delai.Silence;
import fr.socle.demarches.delai.Silence.Sens;
import fr.socle.demarches.delai.Silence.Unite;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who decides, as a form. The length of a silence is read only where silence decides. */
final class DelaiForm {

    /** The regimes, in the order in which they are offered. */
    static final List<String> REGIMES =
            List.of(
                    Regime.Ordinaire.CODE,
                    Regime.AvecSilence.PREFIX + Sens.ACCORD.code(),
                    Regime.AvecSilence.PREFIX + Sens.REJET.code(),
                    Regime.Declaratif.INSTRUCTION.code(),
                    Regime.Declaratif.ACCEPTATION.code());

    static final String RESTARTS = "reprend";
    static final String CONTINUES = "continue";

    private static final Map<String, Unite> UNITS =
            Arrays.stream(Unite.values()).collect(Collectors.toMap(Unite::code, it -> it));

    private DelaiForm() {}

    /** A form that shows this regime; two months, which the law takes, where there is none. */
    static Form of(Regime regime) {
        var silence =
                regime instanceof Regime.AvecSilence(var it)
                        ? it
                        : new Silence(Sens.ACCORD, 2, Unite.MOIS, false);
        return Form.blank(
                Map.of(
                        "regime", regime.code(),
                        "duree", String.valueOf(silence.period()),
                        "unite", silence.unit().code(),
                        "correction", silence.restarts() ? RESTARTS : CONTINUES));
    }

    static Optional<Regime> read(Form form) {
        var code = form.read("regime", Reading.among(REGIMES)).orElse("");
        return switch (code) {
            case Regime.Ordinaire.CODE -> Optional.of(new Regime.Ordinaire());
            case "silence-accord" -> silence(form, Sens.ACCORD);
            case "silence-rejet" -> silence(form, Sens.REJET);
            case "declaratif-instruction" -> Optional.of(Regime.Declaratif.INSTRUCTION);
            case "declaratif-acceptation" -> Optional.of(Regime.Declaratif.ACCEPTATION);
            default -> Optional.empty();
        };
    }

    private static Optional<Regime> silence(Form form, Sens sens) {
        var period = form.read("duree", Reading.whole(1, Silence.LONGEST));
        var unit = form.read("unite", Reading.among(UNITS));
        var after = form.read("correction", Reading.among(List.of(CONTINUES, RESTARTS)));
        return form.ok() && period.isPresent() && unit.isPresent() && after.isPresent()
                ? Optional.of(
                        new Regime.AvecSilence(
                                new Silence(
                                        sens,
                                        period.get().intValue(),
                                        unit.get(),
                                        after.get().equals(RESTARTS))))
                : Optional.empty();
    }
}

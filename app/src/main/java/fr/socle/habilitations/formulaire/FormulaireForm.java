package fr.socle.habilitations.formulaire;

import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;

/** What a kind of data asks, as a form holds it. */
public final class FormulaireForm {

    private FormulaireForm() {}

    /** Empty when something is wrong, which the form then tells. */
    public static Optional<Formulaire> read(Form form, String dataSet) {
        var introduction = form.optional("introduction", 500);
        var words = Arrays.stream(Bloc.values()).map(Bloc::code).toList();
        var blocs = new HashSet<Bloc>();
        form.readAll("blocs", words).forEach(it -> Bloc.of(it).ifPresent(blocs::add));
        var longest = form.read("conservation-max", Reading.whole(1, Formulaire.LONGEST_RETENTION));
        var open = form.read("ouvert", Reading::yesNo);
        return form.ok()
                ? Optional.of(
                        new Formulaire(
                                dataSet,
                                introduction,
                                blocs,
                                longest.orElseThrow().intValue(),
                                open.orElseThrow(),
                                form.version()))
                : Optional.empty();
    }

    public static Form form(Formulaire it) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("introduction", it.introduction());
        typed.put("blocs", it.blocs().stream().map(Bloc::code).toList());
        typed.put("conservation-max", List.of(Integer.toString(it.longestRetention())));
        typed.add("ouvert", it.open() ? "oui" : "non");
        return Form.of(typed);
    }
}

package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.DataGrounds.Binding;
import fr.socle.demarches.builder.Fiche;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Source.Claim;
import fr.socle.habilitations.HabilitationId;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Frame;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a field's answer comes from, as one list of choices. */
public final class SourceForm {

    private static final String IDENTITY = "identite ";

    private SourceForm() {}

    /** What is chosen now; empty when the usager answers. */
    static String typed(Champ champ, Fiche fiche) {
        return switch (champ.source()) {
            case null -> "";
            case Source.Identite(var claim) -> IDENTITY + claim.code();
            case Source.Echange(var dataset, var field) ->
                    Optional.ofNullable(fiche.habilitations().get(dataset))
                            .map(it -> it + " " + dataset + " " + field)
                            .orElse("");
        };
    }

    /** What fits this field's type: facts of the civil status, then data of others. */
    public static List<Option> options(Frame frame, Champ champ, List<Binding> bindings) {
        var claims =
                Arrays.stream(Claim.values())
                        .filter(it -> it.fits(champ.type()))
                        .map(
                                it ->
                                        new Option(
                                                IDENTITY + it.code(),
                                                frame.t("demarches.claim." + it.code()),
                                                null));
        var data =
                bindings.stream()
                        .filter(it -> it.fits(champ.type()))
                        .map(it -> Option.of(it.code(), label(frame, it)));
        return Stream.concat(claims, data).toList();
    }

    /** A choice that was made: the source, and the habilitation that founds it. */
    record Chosen(@Nullable Source source, Map<String, HabilitationId> grounds) {}

    static Chosen read(Form form, Fiche fiche, List<Binding> bindings) {
        var typed = form.typed("source");
        if (typed.isEmpty()) {
            return new Chosen(null, fiche.habilitations());
        }
        if (typed.startsWith(IDENTITY)) {
            var claim = Claim.of(typed.substring(IDENTITY.length()));
            claim.ifPresentOrElse(_ -> {}, () -> unknown(form));
            return new Chosen(claim.map(Source.Identite::new).orElse(null), fiche.habilitations());
        }
        var binding = bindings.stream().filter(it -> it.code().equals(typed)).findFirst();
        if (binding.isEmpty()) {
            unknown(form);
            return new Chosen(null, fiche.habilitations());
        }
        return chosen(binding.get(), fiche);
    }

    private static Chosen chosen(Binding binding, Fiche fiche) {
        var grounds = new HashMap<>(fiche.habilitations());
        grounds.put(binding.dataset().code(), binding.habilitation().id());
        return new Chosen(
                new Source.Echange(binding.dataset().code(), binding.field().code()), grounds);
    }

    private static void unknown(Form form) {
        form.reject("source", Refusal.of("demarches.check.source.ground"));
    }

    private static String label(Frame frame, Binding it) {
        return Labels.word(frame, it.field().label())
                + " – "
                + it.dataset().provider()
                + " – "
                + it.habilitation().intitule();
    }
}

package fr.socle.demarches.web.usager;

import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.depot.Brouillons;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Dossier.EnConstruction;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.publication.SetAside;
import fr.socle.demarches.web.form.FormReader;
import fr.socle.demarches.web.form.FormView;
import fr.socle.demarches.web.form.TypedAnswers;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.ui.form.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The page of a dossier that is being filled, after whatever happened.
 *
 * @param owner whether its usager fills it, and not somebody whom they invited
 * @param joined the documents of the dossier
 * @param aside the answers for which a newer revision had no place
 */
record FillView(
        Definition definition,
        Stored seen,
        boolean owner,
        Map<PieceId, Piece> joined,
        Supplier<List<SetAside>> aside) {

    /** The documents that an answer may name. */
    Set<PieceId> own() {
        return joined.keySet();
    }

    /** As it is kept. */
    FillPage kept(Reponses reponses, FillPage.@Nullable Told told) {
        var form = TypedAnswers.form(TypedAnswers.of(definition, reponses));
        return page(form, reponses, seen.version(), told);
    }

    /** As it was typed, with what is wrong. */
    FillPage refused(Form form, Reponses reponses) {
        return page(form, reponses, seen.version(), null);
    }

    /** As it was typed, while somebody else was faster. */
    FillPage overtaken(Form form, Reponses reponses) {
        var present = Brouillons.writable(seen.dossier()).orElse(Reponses.NONE);
        return page(
                form,
                reponses,
                seen.version(),
                new FillPage.Overtaken(differences(present, reponses)));
    }

    /** As it was typed when its session had ended, on the version of that day. */
    FillPage restored(MultiValueMap<String, String> typed, Reponses before) {
        var form = TypedAnswers.form(typed);
        var version = form.version();
        // the errors are told when the person sends it, not when they come back
        var reponses =
                new FormReader(typed, TypedAnswers.form(typed), own()).read(definition, before);
        return page(form, reponses, version, new FillPage.Restored());
    }

    private FillPage page(
            Form form, Reponses reponses, long version, FillPage.@Nullable Told told) {
        return new FillPage(
                seen.dossier().fiche(),
                owner,
                FormView.of(definition, reponses, joined),
                form,
                version,
                seen.changedAt(),
                FormView.conditional(definition),
                asked(),
                aside.get(),
                told);
    }

    private Correction.@Nullable Demandee asked() {
        return seen.dossier() instanceof EnConstruction it ? it.correction() : null;
    }

    private Map<String, String> differences(Reponses present, Reponses typed) {
        var differences = new LinkedHashMap<String, String>();
        for (var champ : definition.champs()) {
            var there = present.valeurs().get(champ.id());
            if (there != null && !there.equals(typed.valeurs().get(champ.id()))) {
                differences.put(champ.label(), Shown.line(there, "oui", "non"));
            }
        }
        return differences;
    }
}

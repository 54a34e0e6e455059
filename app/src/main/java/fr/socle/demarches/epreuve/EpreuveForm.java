package fr.socle.demarches.epreuve;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.dossier.Reponses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A form as testers fill it. They are nobody in particular, so that no administration is asked
 * about them: what would be known beforehand they type. A document is a box to tick, because a
 * stranger's files are not kept for a test.
 */
public final class EpreuveForm {

    private EpreuveForm() {}

    static Definition of(Definition draft) {
        return new Definition(draft.champs().stream().map(EpreuveForm::of).toList());
    }

    private static Champ of(Champ champ) {
        return switch (champ.type()) {
            case ChampType.Pieces _ -> champ.withSource(null).withType(new ChampType.CaseACocher());
            case ChampType.Repetition(var children, var min, var max) ->
                    champ.withType(
                            new ChampType.Repetition(
                                    children.stream().map(EpreuveForm::of).toList(), min, max));
            default -> champ.withSource(null);
        };
    }

    /** The labels of the documents that a draft asks for. */
    public static List<String> documents(Definition draft) {
        return draft.all()
                .filter(it -> it.type() instanceof ChampType.Pieces)
                .map(Champ::label)
                .toList();
    }

    /** The labels of what would be known beforehand. */
    public static List<String> known(Definition draft) {
        return draft.all().filter(it -> it.source() != null).map(Champ::label).toList();
    }

    /** Blank, with the rows that a mandatory repetition shows at once. */
    static Reponses first(Definition form) {
        var first = Reponses.NONE;
        for (var champ : form.champs()) {
            if (champ.mandatory() && champ.type() instanceof ChampType.Repetition(_, var min, _)) {
                first = first.with(champ.id(), rows(Math.max(1, min)));
            }
        }
        return first;
    }

    private static Valeur rows(int number) {
        return new Valeur.Lignes(
                Stream.generate(() -> new Valeur.Ligne(UUID.randomUUID(), Map.of()))
                        .limit(number)
                        .toList());
    }
}

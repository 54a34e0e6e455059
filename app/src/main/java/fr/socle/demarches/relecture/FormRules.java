package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import java.util.stream.Stream;

/** Rules about the form as a whole. */
final class FormRules {

    /** Beyond it people lose themselves where no title tells them where they are. */
    private static final int MOST_WITHOUT_SECTION = 20;

    private FormRules() {}

    static Stream<Remarque> read(Definition definition) {
        var asked = definition.champs().stream().filter(it -> it.type().asks()).toList();
        boolean titled =
                definition.champs().stream().anyMatch(it -> it.type() instanceof ChampType.Titre);
        var sections =
                asked.size() > MOST_WITHOUT_SECTION && !titled
                        ? Stream.of(Remarque.ofForm("sections", asked.size()))
                        : Stream.<Remarque>empty();
        boolean none =
                !asked.isEmpty()
                        && definition
                                .all()
                                .noneMatch(it -> it.mandatory() || it.obligation() != null);
        var required =
                none
                        ? Stream.of(
                                Remarque.ofForm("nothing-required").mendedBy(FormRules::required))
                        : Stream.<Remarque>empty();
        return Stream.concat(sections, required);
    }

    /**
     * What identifies nobody and proves nothing stays optional: only questions become mandatory.
     */
    private static Definition required(Definition definition) {
        return definition.withChamps(
                definition.champs().stream()
                        .map(
                                it ->
                                        it.type() instanceof ChampType.Pieces
                                                        || it.type() instanceof ChampType.Repetition
                                                ? it
                                                : required(it))
                        .toList());
    }

    private static Champ required(Champ champ) {
        return champ.withMandatory(champ.type().asks());
    }
}

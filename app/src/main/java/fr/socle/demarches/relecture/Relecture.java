package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Definition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proof-reads a definition by rules that the published procedures taught: a text where a type
 * exists, a question asked twice, a document that the State has already, a rule that can never
 * hold. A pure function, whose order is that of the fields.
 */
public final class Relecture {

    private static final List<Regle> RULES =
            List.of(new TypeRules(), new LabelRules(), new OnceOnlyRules(), new LogicRules());

    private Relecture() {}

    public static List<Remarque> of(Definition definition) {
        var ofChamps =
                definition
                        .everything()
                        .flatMap(champ -> RULES.stream().flatMap(it -> it.read(definition, champ)));
        return Stream.concat(FormRules.read(definition), ofChamps).toList();
    }

    /** The definition without what this remark is about; empty when it does not stand any more. */
    public static Optional<Definition> mended(Definition definition, String code) {
        return of(definition).stream()
                .filter(it -> it.code().equals(code))
                .flatMap(it -> Stream.ofNullable(it.mended()))
                .findFirst()
                .map(it -> it.apply(definition));
    }
}

package fr.socle.demarches.graphql.read;

import fr.socle.demarches.liste.Etiquette;

/** A word that agents stick on dossiers. */
public record LabelView(String id, String name, String color) {

    public static final String KIND = "Label";

    public static LabelView of(Etiquette it) {
        return new LabelView(TypedId.of(KIND, it.id()), it.label(), it.color());
    }
}

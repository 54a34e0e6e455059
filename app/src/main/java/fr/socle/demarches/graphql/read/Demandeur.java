package fr.socle.demarches.graphql.read;

import fr.socle.demarches.dossier.Fiche;

/** Whose dossier it is, as the contract tells it: a natural person. */
final class Demandeur {

    private Demandeur() {}

    /** The name that dossiers keep is one given name and the name in use, in this order. */
    static Fields of(Fiche.Usager usager, int number) {
        var names = usager.name().split(" ", 2);
        return Fields.of("PersonnePhysique")
                .with("id", TypedId.of("Individual", number))
                .with("prenom", names.length > 1 ? names[0] : "")
                .with("nom", names[names.length - 1])
                .with("email", usager.email().value());
    }
}

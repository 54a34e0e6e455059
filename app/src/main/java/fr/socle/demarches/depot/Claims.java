package fr.socle.demarches.depot;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Valeur;
import fr.socle.identity.UsagerConnecte;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What the federation said of a usager, as answers to fields. */
final class Claims {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private Claims() {}

    /** Empty when the federation did not say it, or the field cannot hold it. */
    static Optional<Valeur> value(Source.Claim claim, UsagerConnecte usager, Champ champ) {
        var identity = usager.identity();
        return switch (claim) {
            case FAMILY_NAME -> text(identity.familyName());
            case PREFERRED_USERNAME ->
                    Optional.ofNullable(usager.usedName()).map(Valeur.Texte::new);
            case GIVEN_NAME -> text(identity.givenName());
            case BIRTHDATE -> birth(identity.birthDate(), champ);
            case GENDER -> gender(identity.gender());
            case BIRTHPLACE -> place(identity.birthPlace());
            case EMAIL -> text(usager.email().value());
        };
    }

    /** As agents and letters name the person: the name in use first. */
    static String name(UsagerConnecte usager) {
        IdentitePivot identity = usager.identity();
        var used = usager.usedName();
        return identity.givenNames().getFirst()
                + " "
                + (used == null || used.isBlank() ? identity.familyName() : used);
    }

    /** A date of which a part is not known stays a text. */
    private static Optional<Valeur> birth(BirthDate birth, Champ champ) {
        if (champ.type() instanceof ChampType.Jour) {
            return birth.presumed()
                    ? Optional.empty()
                    : Optional.of(new Valeur.Jour(birth.earliest()));
        }
        return text(birth.presumed() ? birth.iso() : shown(birth.earliest()));
    }

    private static String shown(LocalDate day) {
        return DAY.format(day);
    }

    private static Optional<Valeur> gender(Gender gender) {
        return switch (gender) {
            case FEMALE -> text("Féminin");
            case MALE -> text("Masculin");
            case UNSPECIFIED -> Optional.empty();
        };
    }

    private static Optional<Valeur> place(BirthPlace place) {
        return switch (place) {
            case BirthPlace.InFrance(var commune) ->
                    text(commune.nom() + " (" + commune.value() + ")");
            case BirthPlace.Abroad(var pays) -> text(pays.nom());
        };
    }

    private static Optional<Valeur> text(String text) {
        return Optional.of(new Valeur.Texte(text));
    }
}

package fr.socle.citoyen.web;

import fr.socle.citoyen.entreprise.Representant;
import fr.socle.directory.ComptesProfessionnels;

/** Whose file a page shows. */
public sealed interface Whose {

    /** The person's own. */
    Whose PERSON = new Personne();

    record Personne() implements Whose {}

    /** A company's, as one of its representatives sees it. */
    record Entreprise(Representant representant) implements Whose {}

    /** Where the file's pages lie. */
    default String base() {
        return switch (this) {
            case Personne _ -> "/mon-dossier";
            case Entreprise _ -> ComptesProfessionnels.PAGES;
        };
    }

    /** The message's key, where a person and a company are told in different words. */
    default String key(String end) {
        return switch (this) {
            case Personne _ -> "citoyen." + end;
            case Entreprise _ -> "citoyen.entreprise." + end;
        };
    }

    /** A digest goes to persons, and to those whom the register itself names. */
    default boolean hasDigest() {
        return switch (this) {
            case Personne _ -> true;
            case Entreprise(var who) -> who.isNamed();
        };
    }

    default boolean isPerson() {
        return this instanceof Personne;
    }
}

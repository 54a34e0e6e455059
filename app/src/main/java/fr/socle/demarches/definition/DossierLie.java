package fr.socle.demarches.definition;

/**
 * The number of another dossier; its answer is a text of twelve digits whose check holds. Whether
 * such a dossier exists is for whoever may see it.
 */
public record DossierLie() implements ChampType {

    @Override
    public String code() {
        return "dossier-lie";
    }
}

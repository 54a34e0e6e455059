package fr.socle.citoyen.entreprise;

/** What a representative did with the file. */
public enum Quoi {
    OUVERTURE("Ouverture du dossier"),
    USAGES("Lecture de la liste des usages"),
    LIGNE("Lecture d’une ligne"),
    RECU("Remise d’un reçu"),
    RECUS("Remise de tous les reçus"),
    RELEVE("Remise du relevé vérifiable"),
    COPIE("Lecture de la page des copies"),
    COPIE_JSON("Copie du dossier en JSON"),
    COPIE_PDF("Copie du dossier en PDF"),
    DONNEES("Lecture de la liste des données consultables"),
    CONSULTATION("Consultation de données tenues par une administration"),
    DROITS("Lecture des demandes de rectification"),
    DEMANDE("Demande de rectification"),
    RECAPITULATIF("Choix du récapitulatif"),
    DELEGATIONS("Lecture des délégations");

    /** The company reads it in the journal, in French like all that is written there. */
    private final String words;

    Quoi(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}

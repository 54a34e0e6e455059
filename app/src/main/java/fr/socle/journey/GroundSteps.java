package fr.socle.journey;

/**
 * An agent of the city asks for an habilitation, the ministry grants it, the agent builds and
 * publishes a procedure on it in the browser, and the ministry revokes.
 */
final class GroundSteps {

    private static final String QUOTIENT = "Quotient familial";

    private final Browser city;
    private final Browser ministry;
    private final String title;

    /**
     * @param city an agent who builds and asks, signed in
     * @param ministry an agent who examines, signed in; may be the same
     * @param title of the habilitation and of the procedure, drawn
     */
    GroundSteps(Browser city, Browser ministry, String title) {
        this.city = city;
        this.ministry = ministry;
        this.title = title;
    }

    void request() {
        city.home()
                .follow("Espace des agents")
                .follow("Administration")
                .follow("Habilitations")
                .follow("Demander une habilitation")
                .follow("Tarif de la restauration scolaire")
                .form("Envoyer la demande")
                .type("Intitulé", title)
                .type("Finalité", "Calculer le tarif, épreuve du parcours")
                .type("Durée de l’habilitation", "12")
                .type("Durée de conservation", "12")
                .type("Nom du délégué", "Délégué d’épreuve (démonstration)")
                .type("Adresse électronique du délégué", "dpo@beaumont.example")
                .type("Nom du responsable", "Responsable d’épreuve (démonstration)")
                .type("Adresse électronique du responsable", "responsable@beaumont.example")
                .tick("Le délégué à la protection des données est informé")
                .tick("Au nom de mon organisation")
                .send()
                .saying("À l’examen");
    }

    void grant() {
        examined()
                .form("Enregistrer la décision")
                .answer("Votre décision", "Accorder")
                .send()
                .saying("Accordée");
    }

    void revoke() {
        examined()
                .form("Révoquer l’habilitation")
                .type("Motif de la révocation", "Fin de l’épreuve")
                .send()
                .saying("Révoquée");
    }

    private Screen examined() {
        return ministry.home()
                .follow("Espace des agents")
                .follow("Habilitations à instruire")
                .follow(title);
    }

    /**
     * Two questions, one of them bound to the exchange; a procedure without questions is refused.
     */
    void publish() {
        var empty =
                city.home()
                        .follow("Espace des agents")
                        .follow("Administration")
                        .follow("Démarches")
                        .follow("Créer une démarche")
                        .form("Créer et ajouter les questions")
                        .type("Nom de la démarche", title)
                        .type("À quoi sert-elle", "Une épreuve du parcours.")
                        .type("Cadre juridique", "Délibération de démonstration")
                        .tick("Vie scolaire")
                        .type("Temps pour remplir", "5")
                        .type("Conservation des dossiers", "12")
                        .send();
        empty.follow("Voir ce qui reste à faire")
                .saying("Le formulaire ne pose encore aucune question");
        var first = add(empty, "Oui ou non", "Votre enfant déjeune-t-il chaque jour ?", "");
        var second = add(first, "Nombre", QUOTIENT, title);
        second.follow("Publier").form("Publier la démarche").send();
    }

    private static Screen add(Screen editor, String type, String label, String source) {
        var form =
                editor.follow("Ajouter une question")
                        .follow(type)
                        .form("Ajouter")
                        .type("Question posée", label);
        return source.isEmpty()
                ? form.send()
                : form.select("Réponse connue d’avance", source).send();
    }

    /** Whoever searches finds it before, and no longer after. */
    void close() {
        if (searched().link(title).isEmpty()) {
            throw new Unexpected("la démarche « " + title + " » avant sa fermeture", searched());
        }
        city.home()
                .follow("Espace des agents")
                .follow("Administration")
                .follow("Démarches")
                .follow(title)
                .follow("Publier")
                .form("Fermer la démarche")
                .send()
                .answering(200);
        var after = searched().answering(200);
        if (after.link(title).isPresent()) {
            throw new Unexpected("plus aucun lien « " + title + " » après la fermeture", after);
        }
    }

    private Screen searched() {
        return city.home().form("Rechercher").type("Chercher une démarche", title).send();
    }
}

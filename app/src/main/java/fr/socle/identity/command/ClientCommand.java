package fr.socle.identity.command;

import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.person.Succession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./socle client import}: registers the services that rely on a federation. */
public final class ClientCommand implements Command {

    @Override
    public String name() {
        return "client";
    }

    @Override
    public String purpose() {
        return "inscrit les services qui s’appuient sur une fédération d’identité";
    }

    @Override
    public String help() {
        return """
                Usage : ./socle client import FICHIER [--data DOSSIER] [--database-url URL] [--config FICHIER]
                        ./socle client secret CLIENT_ID
                        ./socle client reunir CLIENT_ID ANCIEN_SUB NOUVEAU_SUB

                « import » lit un service, ou un tableau de services, en JSON. Un service déjà inscrit est mis à
                jour et garde son secret ; le secret d’un service nouveau est affiché une seule fois.
                Tout le fichier est accepté, ou rien ne l’est.

                  {
                    "client_id": "cantine",
                    "federation": "citoyens",
                    "name": "Réservation de la cantine",
                    "organisation": "Ville de Beaumont",
                    "redirect_uris": ["https://cantine.example/retour"],
                    "post_logout_redirect_uris": ["https://cantine.example/"],
                    "scope": "openid identite_pivot email",
                    "sector": "cantine",
                    "pkce": true,
                    "active": true
                  }

                « federation » vaut « citoyens », « citoyens-plus », « agents », ou le nom d’une fédération
                réglée dans cette maison. Sans « sector », le service a le sien ; « pkce » et « active » valent
                true, « post_logout_redirect_uris » est vide. « active »: false coupe le service en une seconde. Peuvent s’y ajouter :

                  "profile"                      "openid" (sans rien dire), "franceconnect" ou "proconnect"
                  "token_endpoint_auth_method"   "client_secret_post" (sans rien dire), "client_secret_basic"
                                                 ou "private_key_jwt"
                  "jwks_uri" ou "jwks"           ses clés publiques
                  "id_token_signed_response_alg" "ES256" (sans rien dire), "RS256" ou "HS256"
                  "userinfo_signed_response_alg" de même ; sans rien dire, du JSON
                  "id_token_encrypted_response_alg", "userinfo_encrypted_response_alg"
                                                 "ECDH-ES", "RSA-OAEP" ou "RSA-OAEP-256"
                  "subjects"                     "pairwise" (sans rien dire), "franceconnect" (migration) ou
                                                 "public" (agents)
                  "data_provider"                true : peut vérifier les jetons des autres services
                  "private_sector", "identity_consent", "sandbox"
                                                 true ou false (sans rien dire)
                  "backchannel_logout_uri"       adresse prévenue des déconnexions
                  "idp_allowed" ou "idp_excluded" fournisseurs d’identité, par leur nom technique
                  "idp_hints", "rep_scopes", "own_scopes", "allowed_prompts"
                                                 ce qu’il peut demander

                « secret » remplace le secret d’un service et l’affiche une seule fois.

                « reunir » fait une seule personne de deux, après un changement d’état civil dont vous avez vu
                la preuve. Le service garde NOUVEAU_SUB et apprend l’ancien par « previous_sub » ; les autres
                services ne voient rien changer. Rien ne défait cette réunion.
                """;
    }

    @Override
    public Options options() {
        return House.SETTINGS;
    }

    @Override
    public int run(Arguments arguments, House house) {
        var words = arguments.words();
        if (words.size() == 4 && words.getFirst().equals("reunir")) {
            return join(words, arguments, house);
        }
        if (words.size() != 2 || !List.of("import", "secret").contains(words.getFirst())) {
            throw new UsageError(
                    "il faut « import FICHIER », « secret CLIENT_ID » ou « reunir CLIENT_ID ANCIEN_SUB"
                            + " NOUVEAU_SUB »");
        }
        return words.getFirst().equals("import")
                ? importFile(text(words.get(1)), arguments, house)
                : renew(words.get(1), arguments, house);
    }

    private static int importFile(String json, Arguments arguments, House house) {
        try (var application = house.open(arguments)) {
            var read = ClientFile.read(json, application.getBean(Federations.class));
            var clients = application.getBean(Clients.class);
            for (var client : read) {
                var secret = clients.register(client);
                house.out()
                        .println(
                                secret.map(it -> client.clientId() + " : inscrit, secret " + it)
                                        .orElse(client.clientId() + " : mis à jour"));
            }
        }
        return 0;
    }

    private static int join(List<String> words, Arguments arguments, House house) {
        try (var application = house.open(arguments)) {
            var succession = application.getBean(Succession.class);
            switch (succession.join(words.get(1), words.get(2), words.get(3))) {
                case JOINED -> house.out().println("une seule personne désormais");
                case SAME -> throw new UsageError("c’est déjà la même personne");
                case UNKNOWN -> throw new UsageError("ce service ne connaît pas ces deux « sub »");
            }
        }
        return 0;
    }

    private static int renew(String clientId, Arguments arguments, House house) {
        try (var application = house.open(arguments)) {
            var clients = application.getBean(Clients.class);
            if (ClientFile.isOurs(clientId) || clients.find(clientId).isEmpty()) {
                throw new UsageError("aucun service ne s’appelle « " + clientId + " »");
            }
            house.out().println(clients.renewSecret(clientId));
        }
        return 0;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException missing) {
            throw new UsageError("le fichier « " + file + " » n’existe pas");
        } catch (IOException unreadable) {
            throw new UsageError("le fichier « " + file + " » ne peut pas être lu");
        }
    }
}

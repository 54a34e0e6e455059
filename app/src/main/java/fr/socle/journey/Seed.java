package fr.socle.journey;

import fr.socle.house.command.UsageError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the journey cannot invent outside a demonstration: how the operator comes in, and usagers
 * whom an identity provider and a data provider know.
 *
 * @param instructor the organisation that examines the habilitation: nobody examines his own
 * @param usagers at least two, the parent first
 */
record Seed(Operator operator, Organisation instructor, List<Usager> usagers) {

    /**
     * @param address that signs in once: of the first steps of an empty house, or one that another
     *     operator made
     * @param organisation where the operator works; the first steps create it
     * @param token of the API, with every right
     */
    record Operator(URI address, String name, Organisation organisation, String token) {

        /** Without the address and the token, which open the house. */
        @Override
        public String toString() {
            return "Operator[" + name + "]";
        }
    }

    /**
     * @param siret fourteen digits, for when it must be created
     */
    record Organisation(String name, String siret) {}

    /**
     * @param name given names then name at birth, as pages show them
     * @param quotient the family quotient that the data provider will answer, in euros
     * @param provider the label of the identity provider to choose
     * @param pages what to do on each page of that provider, in order; one that is not shown is
     *     passed over
     */
    record Usager(String name, int quotient, String provider, List<Step> pages) {

        Usager {
            pages = List.copyOf(pages);
        }

        /** Without the pages, which hold the password. */
        @Override
        public String toString() {
            return "Usager[" + name + "]";
        }
    }

    /**
     * @param fields what to type, by label
     * @param button what to press then
     */
    record Step(Map<String, String> fields, String button) {

        Step {
            fields = Map.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Step[" + button + "]";
        }
    }

    private static final int MOST_QUOTIENT = 99_999;

    Seed {
        usagers = List.copyOf(usagers);
    }

    /**
     * @throws UsageError for the first thing that is wrong
     */
    static Seed read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UsageError("le fichier « " + file + " » ne peut pas être lu");
        }
    }

    static Seed read(String json) {
        try {
            var root = JsonMapper.shared().readTree(json);
            only(root, "le fichier", Set.of("operateur", "instructeur", "usagers"));
            var usagers = new ArrayList<Usager>();
            root.path("usagers").forEach(it -> usagers.add(usager(it, usagers.size() + 1)));
            if (usagers.stream().map(Usager::name).distinct().count() < 2) {
                throw new UsageError("« usagers » est un tableau de deux personnes au moins");
            }
            return new Seed(
                    operator(root.path("operateur")),
                    organisation(root.path("instructeur"), "instructeur"),
                    usagers);
        } catch (JacksonException unreadable) {
            throw new UsageError("le fichier n’est pas du JSON");
        }
    }

    private static Operator operator(JsonNode node) {
        only(node, "« operateur »", Set.of("adresse", "nom", "organisation", "jeton"));
        var address = text(node, "operateur", "adresse");
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null) {
                return new Operator(
                        uri,
                        text(node, "operateur", "nom"),
                        organisation(node.path("organisation"), "operateur.organisation"),
                        text(node, "operateur", "jeton"));
            }
        } catch (IllegalArgumentException nonsense) {
            throw new UsageError("« operateur.adresse » n’est pas une adresse");
        }
        throw new UsageError("« operateur.adresse » n’est pas une adresse");
    }

    private static Organisation organisation(JsonNode node, String where) {
        only(node, "« " + where + " »", Set.of("nom", "siret"));
        return new Organisation(text(node, where, "nom"), text(node, where, "siret"));
    }

    private static Usager usager(JsonNode node, int number) {
        var where = "usagers n° " + number;
        only(node, "« " + where + " »", Set.of("nom", "quotient", "fournisseur", "pages"));
        var quotient = node.path("quotient");
        if (!quotient.isInt() || quotient.asInt() < 0 || quotient.asInt() > MOST_QUOTIENT) {
            throw new UsageError(
                    "« " + where + ".quotient » est un nombre entier de 0 à " + MOST_QUOTIENT);
        }
        var pages = new ArrayList<Step>();
        node.path("pages").forEach(it -> pages.add(step(it, where)));
        return new Usager(
                text(node, where, "nom"),
                quotient.asInt(),
                text(node, where, "fournisseur"),
                pages);
    }

    private static Step step(JsonNode node, String where) {
        only(node, "une page de « " + where + " »", Set.of("champs", "bouton"));
        var fields = new LinkedHashMap<String, String>();
        node.path("champs")
                .properties()
                .forEach(it -> fields.put(it.getKey(), it.getValue().asString("")));
        return new Step(fields, text(node, where + ".pages", "bouton"));
    }

    private static void only(JsonNode node, String where, Set<String> members) {
        if (!node.isObject()) {
            throw new UsageError(where + " doit être un objet JSON");
        }
        for (var name : node.propertyNames()) {
            if (!members.contains(name)) {
                throw new UsageError(where + " n’a pas de membre « " + name + " »");
            }
        }
    }

    private static String text(JsonNode node, String where, String name) {
        var text = node.path(name).isString() ? node.path(name).asString().strip() : "";
        if (text.isEmpty()) {
            throw new UsageError("« " + where + "." + name + " » manque");
        }
        return text;
    }
}

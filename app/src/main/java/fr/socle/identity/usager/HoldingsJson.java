package fr.socle.identity.usager;

import fr.socle.identity.usager.store.AccountStore.Account;
import fr.socle.identity.usager.store.AccountStore.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that the federation holds about a person as JSON, for programs: {@code identite} under the
 * claims of FranceConnect, then {@code comptes}, {@code identifiants}, {@code reglages}, {@code
 * accords}, {@code appareils}, {@code sessions}, {@code journal} and {@code signalements}, times in
 * UTC.
 */
@Component
public class HoldingsJson {

    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public byte[] write(Holdings holdings) {
        var root = new LinkedHashMap<String, Object>();
        root.put("version", 1);
        root.put("date", holdings.at().toString());
        root.put("identite", holdings.identity());
        root.put("comptes", holdings.accounts().stream().map(it -> account(holdings, it)).toList());
        root.put("identifiants", holdings.subjects().stream().map(HoldingsJson::subject).toList());
        root.put("reglages", choices(holdings));
        root.put("accords", holdings.agreements().stream().map(HoldingsJson::agreed).toList());
        root.put("appareils", holdings.devices().stream().map(HoldingsJson::device).toList());
        root.put(
                "sessions",
                holdings.sessions().stream()
                        .map(
                                it ->
                                        ordered(
                                                "ouverte", it.openedAt().toString(),
                                                "dernier_usage", it.usedAt().toString()))
                        .toList());
        root.put("journal", holdings.lines().stream().map(HoldingsJson::line).toList());
        root.put("signalements", holdings.reports().stream().map(HoldingsJson::report).toList());
        return json.writeValueAsBytes(root);
    }

    private static Map<String, Object> account(Holdings holdings, Account it) {
        return ordered(
                "fournisseur", holdings.provider(it.provider()),
                "identifiant_chez_lui", it.sub(),
                "relie", it.linkedAt().toString());
    }

    private static Map<String, Object> subject(Subject it) {
        return ordered("secteur", it.sector(), "identifiant", it.sub(), "services", it.services());
    }

    private static Map<String, Object> choices(Holdings holdings) {
        var choices = holdings.choices();
        return ordered(
                "fournisseurs", choices.providers(),
                "fournisseurs_futurs", choices.futureProviders(),
                "services_bloques", List.copyOf(choices.blockedClients()),
                "alertes", choices.warned().code());
    }

    private static Map<String, Object> agreed(Agreed it) {
        return ordered(
                "service", it.client().name(),
                "organisation", it.client().organisation(),
                "portees", it.consent().scopes().stream().sorted().toList(),
                "donne", it.consent().since().toString(),
                "confirme", it.consent().givenAt().toString());
    }

    private static Map<String, Object> device(Device it) {
        return ordered(
                "navigateur", it.browser().family(),
                "systeme", it.browser().system(),
                "premier_usage", it.firstUsed().toString(),
                "dernier_usage", it.lastUsed().toString());
    }

    private static Map<String, Object> line(Line it) {
        return ordered(
                "journal", it.log(),
                "index", it.index(),
                "acte", it.kind(),
                "date", it.at().toString(),
                "organisation", it.organisation(),
                "service", it.service(),
                "fournisseur", it.provider(),
                "niveau", it.level(),
                "donnees", it.data(),
                "motif", it.motif(),
                "code", it.code(),
                "conserve_jusqu_au", it.keptUntil().toString());
    }

    private static Map<String, Object> report(FraudReport it) {
        return ordered(
                "numero", it.number(),
                "date", it.reportedAt().toString(),
                "nature", it.nature().code(),
                "code", it.code(),
                "recit", it.words().story(),
                "courriel", it.words().email(),
                "etat", it.state().code());
    }

    /** Names and values in turn. */
    private static Map<String, Object> ordered(Object... members) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < members.length; i += 2) {
            map.put((String) members[i], members[i + 1]);
        }
        return map;
    }
}

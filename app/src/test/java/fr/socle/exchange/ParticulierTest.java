package fr.socle.exchange;

import fr.socle.directory.AgentId;
import fr.socle.directory.Organisation;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.habilitations.HabilitationId;
import fr.socle.journal.Audience;
import fr.socle.journal.Part;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;

/** A city that asks for the quotient familial of Ariane, for a declared motive. */
@NullMarked
abstract class ParticulierTest extends ContractTest {

    static final String QUOTIENT =
            "{\"data\":{\"quotient_familial\":{\"valeur\":742,\"annee\":2026},\"enfants\":[{\"prenoms\":\"NOAM\"}]}}";

    @SuppressWarnings("NullAway.Init") // because JUnit calls aCity first
    Organisation city;

    @SuppressWarnings("NullAway.Init")
    DataSet quotient;

    @SuppressWarnings("NullAway.Init")
    HabilitationId declared;

    static final SecureRandom RANDOM = new SecureRandom();

    final PersonRef parent = person();

    ParticulierTest() throws IOException {}

    @BeforeEach
    void aCity() {
        city = organisation("Ville du contrat");
        quotient = given("quotient-familial", 1000);
        declared =
                habilitation(
                        city, quotient, VALUE, EnumSet.of(RequesterKind.AUTOMATE_SANS_DOSSIER));
        behaviour = exchange -> say(exchange, 200, QUOTIENT);
        persons.known.clear();
        journal.told.clear();
    }

    HttpResponse<byte[]> particulier(String token, String... headers) {
        return call(token, identite(), civil(), headers);
    }

    String identite() {
        return identite(quotient);
    }

    static String identite(DataSet set) {
        return set.address().path() + "/identite";
    }

    List<String> civil() {
        return List.of(
                "recipient", city.siret().value(),
                "nomNaissance", "FICTIF",
                "prenoms[]", "Ariane",
                "anneeDateNaissance", "1986",
                "moisDateNaissance", "9",
                "jourDateNaissance", "17",
                "sexeEtatCivil", "F",
                "codeCogInseePaysNaissance", "99100",
                "codeCogInseeCommuneNaissance", "33063");
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The number of a case of which these agents are in charge. */
    String aCase(Organisation holder, PersonRef subject, boolean open, AgentId... inCharge) {
        var number = NumeroPublic.fresh(RANDOM);
        cases.put(
                "essai/" + number.value(),
                new CaseState(1, "Essai, dossier 1", holder.id(), subject, Set.of(inCharge), open));
        return number.formatted();
    }

    /** What this audience reads of the last entry of this kind. */
    Map<String, Object> readBy(String kind, Audience audience) {
        var all = new HashMap<String, Object>();
        journal.told.reversed().stream()
                .filter(it -> it.kind().code().equals(kind))
                .findFirst()
                .orElseThrow()
                .parts()
                .stream()
                .filter(it -> it.audiences().contains(audience))
                .map(Part::content)
                .forEach(all::putAll);
        return all;
    }
}

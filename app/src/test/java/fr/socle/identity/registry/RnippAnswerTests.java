package fr.socle.identity.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.identity.broker.UpstreamFault;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of the register, as the contract has it, and those that are none. */
@NullMarked
class RnippAnswerTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String PERSON =
            """
            <el:SituationActuelle><ec:Individu>
              <ie:Noms><ie:NomFamille>EXEMPLAIRE-FICTIVE</ie:NomFamille></ie:Noms>
              <ie:Prenoms><ie:Prenom>Léa</ie:Prenom><ie:Prenom>Zoé</ie:Prenom></ie:Prenoms>
              <ie:Naissance><ie:DateNaissance>1990-03-14</ie:DateNaissance>
                <ie:LieuNaissance><ie:Localite code="75117">Paris 17e</ie:Localite></ie:LieuNaissance>
              </ie:Naissance>
              <ie:Sexe>F</ie:Sexe>
              <!-- here -->
            </ec:Individu></el:SituationActuelle>
            """;

    private static String answer(String type, String person) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <el:IdentificationsIndividusCitoyens xmlns:ie="http://xml.insee.fr/schema"
            xmlns:ec="http://xml.insee.fr/schema/etat-civil" xmlns:el="http://xml.insee.fr/schema/electoral">
          <el:TypeReponseIdentification>%s</el:TypeReponseIdentification>
          <el:IdentificationIndividuCitoyen>%s</el:IdentificationIndividuCitoyen>
        </el:IdentificationsIndividusCitoyens>
        """
                .formatted(type, person);
    }

    private static Verdict read(String xml) {
        return RnippAnswer.read(xml, TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "4,Y010004,access_denied,403",
        "6,Y010006,access_denied,403",
        "7,Y010007,access_denied,403",
        "8,Y010008,access_denied,403",
        "9,Y010009,access_denied,403"
    })
    void whoIsNotFoundIsNotLetIn(String type, String code, String error, int status) {
        assertThat(read(answer(type, "")))
                .isInstanceOfSatisfying(
                        Verdict.Stopped.class,
                        it -> {
                            var fault = it.fault().fault();
                            assertThat(fault.code()).isEqualTo(code);
                            assertThat(fault.error()).isEqualTo(error);
                            assertThat(fault.status()).isEqualTo(status);
                        });
    }

    @Test
    void whoIsFoundIsKnownAsTheRegisterWritesIt() {
        assertThat(read(answer("2", PERSON)))
                .isInstanceOfSatisfying(
                        Verdict.Found.class,
                        it -> {
                            assertThat(it.identity().familyName()).isEqualTo("EXEMPLAIRE-FICTIVE");
                            assertThat(it.identity().givenName()).isEqualTo("Léa Zoé");
                            assertThat(it.identity().gender()).isEqualTo(Gender.FEMALE);
                        });
        assertThat(read(answer("3", PERSON))).isInstanceOf(Verdict.Rectified.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3"})
    void whoIsDeadIsNotLetIn(String type) {
        var dead =
                PERSON.replace(
                        "<!-- here -->", "<ie:Deces><ie:DateDeces>1993</ie:DateDeces></ie:Deces>");
        assertThat(read(answer(type, dead))).isInstanceOf(Verdict.Deceased.class);
    }

    @ParameterizedTest
    @CsvSource({"1962-08,1962-08-00", "1962,1962-00-00"})
    void aBirthDateMayBePresumed(String written, String read) {
        var verdict = read(answer("2", PERSON.replace("1990-03-14", written)));
        assertThat(((Verdict.Known) verdict).identity().birthDate().iso()).isEqualTo(read);
    }

    @Test
    void aBirthAbroadHasACountry() {
        var abroad =
                PERSON.replace(
                        "<ie:Localite code=\"75117\">Paris 17e</ie:Localite>",
                        "<ie:Pays code=\"99134\">ESPAGNE</ie:Pays>");
        var verdict = read(answer("2", abroad));
        assertThat(((Verdict.Known) verdict).identity().birthPlace().pays().value())
                .isEqualTo("99134");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "5", "42", "deux"})
    void anUnknownTypeIsNoVerdict(String type) {
        assertUnavailable(read(answer(type, PERSON)), UpstreamFault.REGISTRY_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NomFamille", "Prenom", "Sexe", "DateNaissance", "Localite"})
    void anIdentityThatLacksSomethingIsNoVerdict(String element) {
        assertUnavailable(
                read(answer("2", PERSON.replace("ie:" + element, "ie:Autre"))),
                UpstreamFault.REGISTRY_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>"
            })
    void whatIsNoXmlOrHasADocumentTypeIsRefused(String xml) {
        assertUnavailable(read(xml), UpstreamFault.REGISTRY_STATUS);
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefused() {
        assertUnavailable(
                read("<a>".repeat(40) + "</a>".repeat(40)), UpstreamFault.REGISTRY_STATUS);
        assertUnavailable(
                read(answer("2", PERSON.replace("Zoé", "z".repeat(2000)))),
                UpstreamFault.REGISTRY_STATUS);
    }

    @Test
    void theRequestIsThatOfTheContract() {
        var identity =
                new IdentitePivot(
                        "Léa Zoé",
                        "L’Essai Fictif",
                        new BirthDate.OnlyYear(java.time.Year.of(1962)),
                        Gender.FEMALE,
                        new BirthPlace.InFrance(new CodeCommune("75117")));
        assertThat(RnippRegistry.query(identity))
                .isEqualTo(
                        "rechercheType=S&nom=L%E2%80%99Essai%20Fictif&prenoms=L%C3%A9a%20Zo%C3%A9"
                                + "&dateNaissance=19620000&sexe=F&codeLieuNaissance=75117");
    }

    private static void assertUnavailable(Verdict verdict, UpstreamFault fault) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Unavailable.class, it -> assertThat(it.fault()).isEqualTo(fault));
    }
}

package fr.socle.citoyen.entreprise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.citoyen.entreprise.Mandataires.Found;
import fr.socle.citoyen.entreprise.Representation.Motif;
import fr.socle.identity.UsagerConnecte;
import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom a register's list names. Everybody here is made up. */
class MandatairesTests {

    private static final BirthDate BORN = new BirthDate.Day(LocalDate.of(1970, 2, 3));

    @Test
    void aPersonIsNamedByNameFirstGivenNameAndDayOfBirthTogether() {
        assertThat(find(one("Gérante", "D'ESSAI-FICTIF", "MARIE PAULE", "1970-02-03")))
                .isEqualTo(new Found.Named("Gérante"));
        assertThat(find(one("Gérante", "D'ESSAI-FICTIF", "PAULE", "1970-02-03")))
                .isEqualTo(new Found.Nobody(Motif.ABSENT));
        assertThat(find(one("Gérante", "AUTRE", "MARIE", "1970-02-03")))
                .isEqualTo(new Found.Nobody(Motif.ABSENT));
        assertThat(find(one("Gérante", "D'ESSAI-FICTIF", "MARIE", "1970-02-04")))
                .isEqualTo(new Found.Nobody(Motif.ABSENT));
    }

    @Test
    void theNameInUseCountsAsTheNameAtBirth() {
        var list = Mandataires.read("[" + one("PRESIDENT", "D’USAGE", "MARIE", "1970-02-03") + "]");
        assertThat(list.find(usager(BORN, "d'Usage"))).isEqualTo(new Found.Named("PRESIDENT"));
        assertThat(list.find(usager(BORN, null))).isEqualTo(new Found.Nobody(Motif.ABSENT));
    }

    @Test
    void ofSeveralFunctionsOneThatRepresentsIsEnough() {
        assertThat(
                        find(
                                one("ADMINISTRATEUR", "D ESSAI FICTIF", "MARIE", "1970-02-03"),
                                one("DIRECTEUR GENERAL", "D ESSAI FICTIF", "MARIE", "1970-02-03")))
                .isEqualTo(new Found.Named("DIRECTEUR GENERAL"));
    }

    @Test
    void aFunctionThatDoesNotRepresentOpensNothing() {
        for (var function :
                new String[] {
                    "ADMINISTRATEUR",
                    "COMMISSAIRE AUX COMPTES TITULAIRE",
                    "PRESIDENT DU CONSEIL DE SURVEILLANCE",
                    "ANCIEN GERANT",
                    ""
                }) {
            assertThat(find(one(function, "D ESSAI FICTIF", "MARIE", "1970-02-03")))
                    .as(function)
                    .isEqualTo(new Found.Nobody(Motif.SANS_POUVOIR));
        }
    }

    @Test
    void aCompanyThatRunsAnotherIsNoPerson() {
        var company =
                one("PRESIDENT", "D ESSAI FICTIF", "MARIE", "1970-02-03")
                        .replace("personne_physique", "personne_morale");
        assertThat(find(company)).isEqualTo(new Found.Nobody(Motif.ABSENT));
    }

    @Test
    void aBirthdayThatIsNotKnownToTheDayNamesNobody() {
        var list =
                Mandataires.read("[" + one("GERANT", "D ESSAI FICTIF", "MARIE", "1970-02") + "]");
        var month = new BirthDate.Month(YearMonth.of(1970, 2));
        assertThat(list.find(usager(month, null)))
                .isEqualTo(new Found.Nobody(Motif.NAISSANCE_INCOMPLETE));
    }

    @Test
    void whatIsNoListNamesNobody() {
        for (var text : new String[] {"", "x", "{}", "[]", "[1,null,\"a\",[]]", "[{\"type\":7}]"}) {
            assertThat(Mandataires.read(text).find(usager(BORN, null)))
                    .as(text)
                    .isEqualTo(new Found.Nobody(Motif.ABSENT));
        }
    }

    private static Found find(String... persons) {
        return Mandataires.read("[" + String.join(",", persons) + "]").find(usager(BORN, null));
    }

    private static String one(String function, String family, String given, String born) {
        return """
        {"type":"personne_physique","fonction":"%s","nom":"%s","prenom":"%s","date_naissance":"%s"}"""
                .formatted(function, family, given, born);
    }

    private static UsagerConnecte usager(BirthDate born, @Nullable String usedName) {
        var identity =
                new IdentitePivot(
                        "Marie Paule",
                        "d’Essai-Fictif",
                        born,
                        Gender.FEMALE,
                        new BirthPlace.InFrance(new CodeCommune("75117")));
        return new UsagerConnecte(
                PersonRef.fresh(new SecureRandom()),
                identity,
                EmailAddress.parse("marie@essai.example").orThrow(),
                usedName,
                Instant.now());
    }
}

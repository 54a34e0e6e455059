package fr.socle.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.citoyen.protection.Motif;
import fr.socle.citoyen.protection.Protections;
import fr.socle.habilitations.Habilitation.RequesterKind;
import fr.socle.journal.Audience;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a protected file keeps from whoever only declares a motive. */
@NullMarked
class ProtectedFilesTests extends ParticulierTest {

    @Autowired Protections protections;

    ProtectedFilesTests() throws IOException {}

    @Test
    void aDeclaredMotiveFoundsNothingAboutAProtectedPersonAndOnlyTheyReadWhy() {
        persons.known.put(parent, ariane());
        var token = token(declared);
        assertThat(particulier(token).statusCode()).isEqualTo(200);
        var before = asked.get();

        protections.protect(parent, Motif.VIOLENCES);
        var refused = particulier(token);
        assertThat(codes(refused)).containsExactly("00221");
        assertThat(text(refused)).doesNotContain("protég");
        assertThat(asked).hasValue(before);
        assertThat(String.valueOf(readBy("exchange.refuse", Audience.PERSONNE).get("motif")))
                .contains("Votre dossier est protégé");
        for (var other : List.of(Audience.CONSOMMATEUR, Audience.AUDITEUR, Audience.DPO)) {
            assertThat(readBy("exchange.refuse", other).toString())
                    .contains("MOTIF_NON_VERIFIE")
                    .doesNotContainIgnoringCase("prot");
        }

        protections.lift(parent);
        assertThat(particulier(token).statusCode()).isEqualTo(200);
    }

    @Test
    void aVerifiedCaseOfTheirsFoundsAnExchangeAsEver() {
        persons.known.put(parent, ariane());
        protections.protect(parent, Motif.ADOPTION);
        var kinds = EnumSet.of(RequesterKind.AUTOMATE, RequesterKind.AUTOMATE_SANS_DOSSIER);
        var token = token(habilitation(city, quotient, VALUE, kinds));
        assertThat(particulier(token, "X-Socle-Dossier", aCase(city, parent, true)).statusCode())
                .isEqualTo(200);
        assertThat(codes(particulier(token))).containsExactly("00221");
    }
}

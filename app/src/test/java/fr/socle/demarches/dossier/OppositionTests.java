package fr.socle.demarches.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.demarches.Effacements;
import fr.socle.demarches.Oppositions;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What objections and erasures do to dossiers. */
class OppositionTests extends DossierHouse {

    @Autowired Oppositions oppositions;
    @Autowired Effacements effacements;
    @Autowired TransactionTemplate transaction;

    private final UUID person = UUID.randomUUID();

    /** A decision that was taken keeps what it stands on. */
    @ParameterizedTest
    @CsvSource({"en-construction, 1", "en-instruction, 1", "accepte, 0", "refuse, 0"})
    void whatAnExchangeBroughtGoesUnlessItWasDecidedOn(String state, int deleted)
            throws IOException {
        deposited(usager(person));
        moved(state);
        var reference = reference();
        assertThat(opposer(UUID.randomUUID(), reference)).as("another person").isZero();
        assertThat(opposer(person, UUID.randomUUID().toString())).as("another exchange").isZero();
        assertThat(opposer(person, reference)).isEqualTo(deleted);
        assertThat(json()).contains(deleted == 1 ? "decline" : "872.5");
        assertThat(json().contains("872.5")).isEqualTo(deleted == 0);
        assertThat(opposer(person, reference)).as("once more").isZero();
    }

    @Test
    void aDraftLosesItAndADraftThatIsErasedGoesWhole() throws IOException {
        begun(usager(person));
        assertThat(opposer(person, reference())).isEqualTo(1);
        assertThat(json()).contains("decline");
        assertThat(effacements.effacerBrouillons(new PersonRef(UUID.randomUUID()))).isZero();
        assertThat(effacements.effacerBrouillons(new PersonRef(person))).isEqualTo(1);
        assertThat(count()).isZero();
    }

    @Test
    void whatWasDepositedIsNotErased() throws IOException {
        deposited(usager(person));
        assertThat(effacements.effacerBrouillons(new PersonRef(person))).isZero();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anObjectionIsPartOfWhatTheCallerCommits() {
        assertThatThrownBy(() -> oppositions.opposer(new PersonRef(person), "x"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private int opposer(UUID who, String reference) {
        var deleted = transaction.execute(_ -> oppositions.opposer(new PersonRef(who), reference));
        return deleted == null ? -1 : deleted;
    }

    private void moved(String state) {
        db.sql(
                        """
                        UPDATE demarches.dossier
                           SET state = :state,
                               instructed_at = CASE WHEN :state = 'en-construction' THEN NULL ELSE now() END,
                               motivation = CASE WHEN :state IN ('accepte', 'refuse') THEN 'essai' END,
                               decided_at = CASE WHEN :state IN ('accepte', 'refuse') THEN now() END
                         WHERE person = :person
                        """)
                .param("state", state)
                .param("person", person)
                .update();
    }

    private String reference() {
        return db.sql(
                        """
                        SELECT jsonb_path_query_first(reponses, '$.provenances.*.reference') #>> '{}'
                          FROM demarches.dossier WHERE person = :person
                        """)
                .param("person", person)
                .query(String.class)
                .single();
    }

    private String json() {
        return db.sql("SELECT reponses::text FROM demarches.dossier WHERE person = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }

    private long count() {
        return db.sql("SELECT count(*) FROM demarches.dossier WHERE person = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }
}

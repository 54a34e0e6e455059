package fr.socle.demarches.depot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.dossier.DossierHouse;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Dossiers that no list has come into the lists; those that go leave nothing there. */
@NullMarked
class RelistingTests extends DossierHouse {

    @Autowired Relisting relisting;
    @Autowired Expiry expiry;

    @Test
    void aDossierFromBeforeThereWereListsIsListed() throws Exception {
        var id = UUID.fromString(idOf(deposited(usager(UUID.randomUUID()))));
        assertThat(keys(id)).isGreaterThan(6);
        var keys = keys(id);
        db().sql("DELETE FROM demarches.cle WHERE dossier = :id").param("id", id).update();
        db().sql("UPDATE demarches.dossier SET listed = false WHERE id = :id")
                .param("id", id)
                .update();
        relisting.everyMinute();
        assertThat(keys(id)).isEqualTo(keys);
    }

    @Test
    void aDossierThatGoesLeavesNoKeyAndNoWord() throws Exception {
        var id = UUID.fromString(idOf(deposited(usager(UUID.randomUUID()))));
        db().sql(
                        """
                        UPDATE demarches.dossier SET state = 'sans-suite', decided_at = now() - interval '2 years',
                               expires_at = now() - interval '1 year', motivation = '' WHERE id = :id
                        """)
                .param("id", id)
                .update();
        expiry.everyHour();
        assertThat(keys(id)).isZero();
        assertThat(
                        db().sql("SELECT count(*) FROM demarches.recherche WHERE dossier = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private long keys(UUID id) {
        return db().sql("SELECT count(*) FROM demarches.cle WHERE dossier = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}

package fr.socle.citoyen.store;

import fr.socle.citoyen.suivi.Annonce;
import fr.socle.citoyen.suivi.Avancement;
import fr.socle.citoyen.suivi.Etat;
import fr.socle.directory.OrganisationId;
import fr.socle.house.Keyring;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Procedures that go on elsewhere. */
@Component
public class AvancementStore {

    private static final String SEAL = "citoyen.avancement/";
    private static final int MOST_PER_PERSON = 200;
    private static final int MOST_STEPS = 100;

    private final JdbcClient db;
    private final Keyring keyring;
    private final JsonMapper json = JsonMapper.builder().build();

    AvancementStore(JdbcClient db, Keyring keyring) {
        this.db = db;
        this.keyring = keyring;
    }

    /** What is sealed. */
    record Content(String demarche, @Nullable String adresse) {}

    /** False when it was said before, or when there is too much of it already. */
    public boolean keep(
            PersonRef person, OrganisationId organisation, String name, Annonce annonce) {
        var id = UUID.randomUUID();
        var inserted = insert(id, person, organisation, name, annonce);
        var kept = inserted ? id : changed(person, organisation, name, annonce);
        return kept != null && step(kept, annonce);
    }

    private boolean insert(
            UUID id, PersonRef person, OrganisationId organisation, String name, Annonce annonce) {
        return db.sql(
                                """
                                INSERT INTO citoyen.avancement
                                       (id, person, organisation, reference, organisation_name, content, told_at)
                                SELECT :id, :person, :organisation, :reference, :name, :content, :at
                                 WHERE (SELECT count(*) FROM citoyen.avancement
                                         WHERE person = :person AND organisation = :organisation) < :most
                                ON CONFLICT (person, organisation, reference) DO NOTHING
                                """)
                        .param("id", id)
                        .param("person", person.value())
                        .param("organisation", organisation.value())
                        .param("reference", annonce.reference())
                        .param("name", name)
                        .param("content", seal(id, annonce))
                        .param("at", Timestamp.from(annonce.at()))
                        .param("most", MOST_PER_PERSON)
                        .update()
                == 1;
    }

    /** The one that is there, with the words of whichever announcement is the latest. */
    private @Nullable UUID changed(
            PersonRef person, OrganisationId organisation, String name, Annonce annonce) {
        var present =
                db.sql(
                                """
                                SELECT id FROM citoyen.avancement
                                 WHERE person = :person AND organisation = :organisation AND reference = :reference
                                   FOR UPDATE
                                """)
                        .param("person", person.value())
                        .param("organisation", organisation.value())
                        .param("reference", annonce.reference())
                        .query(UUID.class)
                        .optional();
        present.ifPresent(
                id ->
                        db.sql(
                                        """
                                        UPDATE citoyen.avancement
                                           SET organisation_name = :name, content = :content, told_at = :at
                                         WHERE id = :id AND told_at <= :at
                                        """)
                                .param("id", id)
                                .param("name", name)
                                .param("content", seal(id, annonce))
                                .param("at", Timestamp.from(annonce.at()))
                                .update());
        return present.orElse(null);
    }

    private boolean step(UUID id, Annonce annonce) {
        return db.sql(
                                """
                                INSERT INTO citoyen.avancement_etape (avancement, etat, at)
                                SELECT :id, :etat, :at
                                 WHERE (SELECT count(*) FROM citoyen.avancement_etape WHERE avancement = :id) < :most
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", id)
                        .param("etat", annonce.etat().word())
                        .param("at", Timestamp.from(annonce.at()))
                        .param("most", MOST_STEPS)
                        .update()
                == 1;
    }

    /** The latest news first. */
    public List<Avancement> of(PersonRef person) {
        return db.sql(
                        """
                        SELECT a.id, a.organisation_name, a.reference, a.content,
                               array_agg(e.etat ORDER BY e.at, e.etat) AS etats,
                               array_agg(e.at ORDER BY e.at, e.etat) AS moments
                          FROM citoyen.avancement a JOIN citoyen.avancement_etape e ON e.avancement = a.id
                         WHERE a.person = :person
                         GROUP BY a.id ORDER BY a.told_at DESC, a.id LIMIT 500
                        """)
                .param("person", person.value())
                .query(this::read)
                .list();
    }

    public void forget(PersonRef person) {
        db.sql("DELETE FROM citoyen.avancement WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    public void deleteBefore(Instant moment) {
        db.sql("DELETE FROM citoyen.avancement WHERE told_at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }

    private byte[] seal(UUID id, Annonce annonce) {
        var content = new Content(annonce.demarche(), annonce.adresse());
        return keyring.seal(SEAL + id, json.writeValueAsBytes(content));
    }

    private Avancement read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var content =
                json.readValue(keyring.open(SEAL + id, row.getBytes("content")), Content.class);
        var words = (String[]) row.getArray("etats").getArray();
        var moments = (Timestamp[]) row.getArray("moments").getArray();
        var steps = new ArrayList<Avancement.Step>();
        for (int i = 0; i < words.length; i++) {
            var etat = Etat.byWord().get(words[i]);
            if (etat != null) {
                steps.add(new Avancement.Step(etat, moments[i].toInstant()));
            }
        }
        return new Avancement(
                row.getString("organisation_name"),
                row.getString("reference"),
                content.demarche(),
                content.adresse(),
                steps);
    }
}

package fr.socle.citoyen.store;

import fr.socle.citoyen.entreprise.Representation;
import fr.socle.citoyen.entreprise.Representation.Motif;
import fr.socle.citoyen.entreprise.Representation.Prouvee;
import fr.socle.citoyen.entreprise.Representation.Refusee;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register said lately of who represents whom, for all nodes. */
@Component
public class RepresentationStore {

    private final JdbcClient db;

    RepresentationStore(JdbcClient db) {
        this.db = db;
    }

    /** What it said at this moment or later. */
    public Optional<Representation> find(PersonRef person, Siren siren, Instant since) {
        return db.sql(
                        """
                        SELECT motif, fonction, source, source_at, at FROM citoyen.representation
                         WHERE person = :person AND siren = :siren AND at > :since
                        """)
                .param("person", person.value())
                .param("siren", siren.value())
                .param("since", Timestamp.from(since))
                .query((row, _) -> said(row))
                .optional();
    }

    private static Representation said(ResultSet row) throws SQLException {
        var motif = row.getString("motif");
        return motif != null
                ? new Refusee(Motif.valueOf(motif))
                : new Prouvee(
                        row.getString("fonction"),
                        row.getString("source"),
                        row.getTimestamp("source_at").toInstant(),
                        row.getTimestamp("at").toInstant());
    }

    public void put(PersonRef person, Siren siren, Representation said, Instant at) {
        var proof = said instanceof Prouvee it ? it : null;
        db.sql(
                        """
                        INSERT INTO citoyen.representation (person, siren, motif, fonction, source, source_at, at)
                        VALUES (:person, :siren, :motif, :fonction, :source, :source_at, :at)
                        ON CONFLICT (person, siren) DO UPDATE
                           SET motif = excluded.motif, fonction = excluded.fonction, source = excluded.source,
                               source_at = excluded.source_at, at = excluded.at
                        """)
                .param("person", person.value())
                .param("siren", siren.value())
                .param("motif", motif(said), Types.VARCHAR)
                .param("fonction", proof == null ? null : proof.fonction(), Types.VARCHAR)
                .param("source", proof == null ? null : proof.source(), Types.VARCHAR)
                .param(
                        "source_at",
                        proof == null ? null : Timestamp.from(proof.sourceTime()),
                        Types.TIMESTAMP)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static @Nullable String motif(Representation said) {
        return said instanceof Refusee(var motif) ? motif.name() : null;
    }

    /** What it said of this person; it is asked again when they come back. */
    public void forget(PersonRef person) {
        db.sql("DELETE FROM citoyen.representation WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    public void deleteBefore(Instant moment) {
        db.sql("DELETE FROM citoyen.representation WHERE at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }
}

package fr.socle.avis.observatoire.rgaa;

import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.ListingAct;
import fr.socle.avis.observatoire.listing.ListingAct.Done;
import fr.socle.directory.Actor;
import fr.socle.journal.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The declarations in force: one for a procedure, the last one. */
@Service
public class Declarations {

    private final JdbcClient db;
    private final Journal journal;

    Declarations(JdbcClient db, Journal journal) {
        this.db = db;
        this.journal = journal;
    }

    public Optional<Declaration> of(UUID demarche) {
        return db.sql("SELECT * FROM avis.rgaa WHERE demarche = :demarche")
                .param("demarche", demarche)
                .query(Declarations::declaration)
                .optional();
    }

    public Map<UUID, Declaration> all() {
        return db.sql("SELECT * FROM avis.rgaa").query(Declarations::declaration).list().stream()
                .collect(Collectors.toMap(Declaration::demarche, it -> it));
    }

    /** Replaces the one before; what that said stays in the journal's line and the editions. */
    @Transactional
    public void declare(Actor actor, ListedDemarche listed, Declaration it) {
        db.sql(
                        """
                        INSERT INTO avis.rgaa (demarche, rate, audited_on, auditor, published_on, contact, faults,
                                               exemptions)
                        VALUES (:demarche, :rate, :audited, :auditor, :published, :contact, :faults, :exemptions)
                        ON CONFLICT (demarche) DO UPDATE
                           SET rate = excluded.rate, audited_on = excluded.audited_on, auditor = excluded.auditor,
                               published_on = excluded.published_on, contact = excluded.contact,
                               faults = excluded.faults, exemptions = excluded.exemptions
                        """)
                .param("demarche", it.demarche())
                .param("rate", it.rate())
                .param("audited", it.auditedOn())
                .param("auditor", it.auditor())
                .param("published", it.publishedOn())
                .param("contact", it.contact())
                .param("faults", it.faults())
                .param("exemptions", it.exemptions())
                .update();
        journal.append(
                new ListingAct(
                        Done.DECLARED,
                        actor,
                        listed.organisation(),
                        listed.id(),
                        listed.facts().name()));
    }

    private static Declaration declaration(ResultSet row, int rank) throws SQLException {
        return new Declaration(
                row.getObject("demarche", UUID.class),
                row.getBigDecimal("rate"),
                row.getObject("audited_on", LocalDate.class),
                row.getString("auditor"),
                row.getObject("published_on", LocalDate.class),
                row.getString("contact"),
                row.getString("faults"),
                row.getString("exemptions"));
    }
}

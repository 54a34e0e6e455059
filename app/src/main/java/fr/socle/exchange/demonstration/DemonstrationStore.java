package fr.socle.exchange.demonstration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The made-up providers' own side, in the database so that all nodes agree. */
@Component
class DemonstrationStore {

    /** More than anyone makes up by hand. */
    static final int MOST_PERSONS = 500;

    private static final String COLUMNS =
            """
            SELECT id, given_names, family_name, birth_date, sex, country, commune, quotient
              FROM exchange.demonstration_person
            """;

    private final JdbcClient db;

    DemonstrationStore(JdbcClient db) {
        this.db = db;
    }

    /** The provider to whose token this hash belongs. */
    Optional<String> providerOf(byte[] tokenHash) {
        return db.sql("SELECT code FROM exchange.demonstration_provider WHERE token_hash = :hash")
                .param("hash", tokenHash)
                .query(String.class)
                .optional();
    }

    void insertProvider(String code, byte[] tokenHash) {
        db.sql(
                        """
                        INSERT INTO exchange.demonstration_provider (code, token_hash) VALUES (:code, :hash)
                        ON CONFLICT (code) DO UPDATE SET token_hash = :hash
                        """)
                .param("code", code)
                .param("hash", tokenHash)
                .update();
    }

    Optional<Mode> mode(String code) {
        return db.sql("SELECT mode FROM exchange.demonstration_provider WHERE code = :code")
                .param("code", code)
                .query(String.class)
                .optional()
                .map(it -> Mode.of(it).orElse(Mode.NORMAL));
    }

    boolean setMode(String code, Mode mode) {
        return db.sql("UPDATE exchange.demonstration_provider SET mode = :mode WHERE code = :code")
                        .param("mode", mode.code())
                        .param("code", code)
                        .update()
                == 1;
    }

    /** How many there are. */
    int personCount() {
        return db.sql("SELECT count(*) FROM exchange.demonstration_person")
                .query(Integer.class)
                .single();
    }

    /** Leaves one who is known already as they are. */
    void insertPerson(MadeUpPerson person) {
        write(
                person,
                """
                ON CONFLICT (identity) DO NOTHING
                """);
    }

    /** Of one who is known already, the quotient changes. */
    void putPerson(MadeUpPerson person) {
        write(
                person,
                """
                ON CONFLICT (identity) DO UPDATE SET quotient = excluded.quotient
                """);
    }

    boolean setQuotient(UUID id, int quotient) {
        return db.sql(
                                "UPDATE exchange.demonstration_person SET quotient = :quotient WHERE id = :id")
                        .param("quotient", quotient)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<MadeUpPerson> person(UUID id) {
        return db.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(DemonstrationStore::person)
                .optional();
    }

    List<MadeUpPerson> persons() {
        return db.sql(COLUMNS + "ORDER BY identity LIMIT :most")
                .param("most", MOST_PERSONS)
                .query(DemonstrationStore::person)
                .list();
    }

    /** A name in normal form holds nothing that LIKE understands. */
    List<MadeUpPerson> named(String familyKey) {
        return db.sql(COLUMNS + "WHERE identity LIKE :family || '|%' ORDER BY identity")
                .param("family", familyKey)
                .query(DemonstrationStore::person)
                .list();
    }

    private static MadeUpPerson person(ResultSet row, int number) throws SQLException {
        return new MadeUpPerson(
                row.getObject("id", UUID.class),
                row.getString("given_names"),
                row.getString("family_name"),
                row.getString("birth_date"),
                row.getString("sex"),
                row.getString("country"),
                row.getString("commune"),
                row.getInt("quotient"));
    }

    private void write(MadeUpPerson person, String onConflict) {
        db.sql(
                        """
                        INSERT INTO exchange.demonstration_person
                               (id, identity, given_names, family_name, birth_date, sex, country, commune, quotient)
                        VALUES (:id, :identity, :given, :family, :birth, :sex, :country, :commune, :quotient)
                        """
                                + onConflict)
                .param("id", person.id())
                .param("identity", person.identity())
                .param("given", person.givenNames())
                .param("family", person.familyName())
                .param("birth", person.birthDate())
                .param("sex", person.sex())
                .param("country", person.country())
                .param("commune", person.commune())
                .param("quotient", person.quotient())
                .update();
    }
}

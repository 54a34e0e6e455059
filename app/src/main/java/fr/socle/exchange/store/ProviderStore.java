package fr.socle.exchange.store;

import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.provider.Credential;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Data providers, each with the data set that it gives. Every change makes a new version. */
@Component
public class ProviderStore {

    private static final String SELECT =
            """
            SELECT name, base_url, credential::text AS credential, token, data_set::text AS data_set,
                   demonstration, certificate, authority, test::text AS test, state, version
              FROM exchange.provider
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    ProviderStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * @param baseUrl without final slash; null for a demonstration provider, which this house
     *     serves
     * @param token the secret of the credential, sealed
     */
    public record Row(
            DataSet set,
            String name,
            @Nullable String baseUrl,
            Credential credential,
            byte[] token,
            boolean demonstration) {

        public Row sealed(byte[] other) {
            return new Row(set, name, baseUrl, credential, other, demonstration);
        }
    }

    /**
     * A row as it is kept.
     *
     * @param certificate sealed; null when there is none
     * @param authority in PEM; null when there is none of its own
     * @param test whom its operator may ask about to try it
     * @param state {@code preparation}, {@code service} or {@code coupe}
     */
    public record Kept(
            Row row,
            byte @Nullable [] certificate,
            @Nullable String authority,
            List<Parameter> test,
            String state,
            long version) {

        public Kept {
            test = List.copyOf(test);
        }
    }

    public List<Kept> all() {
        return db.sql(SELECT + " ORDER BY code").query(this::kept).list();
    }

    public Optional<Kept> find(String code) {
        return db.sql(SELECT + " WHERE code = :code")
                .param("code", code)
                .query(this::kept)
                .optional();
    }

    /** In service at once. False when there is one of this code already: it stays as it is. */
    public boolean insert(Row row) {
        return insert(row, List.of(), "service");
    }

    /**
     * False when there is one of this code already: it stays as it is.
     *
     * @throws DuplicateKeyException when another one answers at this path
     */
    public boolean insert(Row row, List<Parameter> test, String state) {
        return written(
                                """
                                INSERT INTO exchange.provider
                                       (code, name, base_url, path, credential, token, data_set, demonstration, test, state)
                                VALUES (:code, :name, :base, :path, :credential::jsonb, :token, :set::jsonb,
                                        :demonstration, :test::jsonb, :state)
                                ON CONFLICT (code) DO NOTHING
                                """,
                                row)
                        .param("token", row.token())
                        .param("credential", json.writeValueAsString(row.credential().members()))
                        .param("demonstration", row.demonstration())
                        .param("test", json.writeValueAsString(test))
                        .param("state", state)
                        .update()
                == 1;
    }

    /** All of an outside provider but its code. False when it is a demonstration's. */
    public boolean change(Row row) {
        return written(
                                """
                                UPDATE exchange.provider
                                   SET name = :name, base_url = :base, path = :path, data_set = :set::jsonb,
                                       token = :token, credential = :credential::jsonb, version = version + 1
                                 WHERE code = :code AND NOT demonstration
                                """,
                                row)
                        .param("token", row.token())
                        .param("credential", json.writeValueAsString(row.credential().members()))
                        .update()
                == 1;
    }

    /**
     * What an outside provider gives and where. False when it has another version.
     *
     * @param unset the sealed secret that takes the place of the one that is there, which must not
     *     follow to another server: one in service is cut off by that; null when it stays
     * @throws DuplicateKeyException when another one answers at this path
     */
    public boolean describe(Row row, List<Parameter> test, byte @Nullable [] unset, long version) {
        return written(
                                """
                                UPDATE exchange.provider
                                   SET name = :name, base_url = :base, path = :path, data_set = :set::jsonb,
                                       test = :test::jsonb, token = coalesce(:unset, token), version = version + 1,
                                       state = CASE WHEN CAST(:unset AS bytea) IS NOT NULL AND state = 'service'
                                                    THEN 'coupe' ELSE state END
                                 WHERE code = :code AND NOT demonstration AND version = :version
                                """,
                                row)
                        .param("test", json.writeValueAsString(test))
                        .param("unset", unset, Types.BINARY)
                        .param("version", version)
                        .update()
                == 1;
    }

    /**
     * How we prove ourselves to an outside provider. False when it has another version.
     *
     * @param sealed null: the secret that is there stays
     */
    public boolean access(
            String code, Credential credential, byte @Nullable [] sealed, long version) {
        return db.sql(
                                """
                                UPDATE exchange.provider
                                   SET credential = :credential::jsonb, token = coalesce(:token, token),
                                       version = version + 1
                                 WHERE code = :code AND NOT demonstration AND version = :version
                                """)
                        .param("code", code)
                        .param("credential", json.writeValueAsString(credential.members()))
                        .param("token", sealed, Types.BINARY)
                        .param("version", version)
                        .update()
                == 1;
    }

    /**
     * False when it has another version.
     *
     * @param sealed null: none any more
     */
    public boolean certificate(String code, byte @Nullable [] sealed, long version) {
        return onVersion("certificate = :value", code, version)
                        .param("value", sealed, Types.BINARY)
                        .update()
                == 1;
    }

    /**
     * False when it has another version.
     *
     * @param pem null: none of its own any more
     */
    public boolean authority(String code, @Nullable String pem, long version) {
        return onVersion("authority = :value", code, version)
                        .param("value", pem, Types.VARCHAR)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec onVersion(String change, String code, long version) {
        return db.sql(
                        "UPDATE exchange.provider SET "
                                + change
                                + ", version = version + 1"
                                + " WHERE code = :code AND NOT demonstration AND version = :version")
                .param("code", code)
                .param("version", version);
    }

    /** False when it was in this state already, or is not there. */
    public boolean state(String code, String state) {
        return db.sql(
                                """
                                UPDATE exchange.provider SET state = :state, version = version + 1
                                 WHERE code = :code AND state <> :state
                                """)
                        .param("code", code)
                        .param("state", state)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec written(String sql, Row row) {
        return db.sql(sql)
                .param("code", row.set().code())
                .param("name", row.name())
                .param("base", row.baseUrl(), Types.VARCHAR)
                .param("path", row.set().address().path())
                .param("set", json.writeValueAsString(row.set()));
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        var about =
                new Row(
                        json.readValue(row.getString("data_set"), DataSet.class),
                        row.getString("name"),
                        row.getString("base_url"),
                        Credential.of(json.readTree(row.getString("credential"))),
                        row.getBytes("token"),
                        row.getBoolean("demonstration"));
        return new Kept(
                about,
                row.getBytes("certificate"),
                row.getString("authority"),
                List.of(json.readValue(row.getString("test"), Parameter[].class)),
                row.getString("state"),
                row.getLong("version"));
    }
}

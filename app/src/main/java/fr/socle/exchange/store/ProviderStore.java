package fr.socle.exchange.store;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.provider.Credential;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Data providers, each with the data set that it gives. */
@Component
public class ProviderStore {

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

    public List<Row> all() {
        return db.sql(
                        """
                        SELECT name, base_url, credential::text AS credential, token, data_set::text AS data_set,
                               demonstration
                          FROM exchange.provider ORDER BY code
                        """)
                .query(this::row)
                .list();
    }

    /** False when there is one of this code already: it stays as it is. */
    public boolean insert(Row row) {
        return db.sql(
                                """
                                INSERT INTO exchange.provider
                                       (code, name, base_url, path, credential, token, data_set, demonstration)
                                VALUES (:code, :name, :base, :path, :credential::jsonb, :token, :set::jsonb, :demonstration)
                                ON CONFLICT (code) DO NOTHING
                                """)
                        .param("code", row.set().code())
                        .param("name", row.name())
                        .param("base", row.baseUrl(), Types.VARCHAR)
                        .param("path", row.set().address().path())
                        .param("token", row.token())
                        .param("credential", json.writeValueAsString(row.credential().members()))
                        .param("set", json.writeValueAsString(row.set()))
                        .param("demonstration", row.demonstration())
                        .update()
                == 1;
    }

    /** All of an outside provider but its code. False when it is a demonstration's. */
    public boolean change(Row row) {
        return db.sql(
                                """
                                UPDATE exchange.provider
                                   SET name = :name, base_url = :base, path = :path, token = :token, credential = :credential::jsonb,
                                       data_set = :set::jsonb
                                 WHERE code = :code AND NOT demonstration
                                """)
                        .param("code", row.set().code())
                        .param("name", row.name())
                        .param("base", row.baseUrl(), Types.VARCHAR)
                        .param("path", row.set().address().path())
                        .param("token", row.token())
                        .param("credential", json.writeValueAsString(row.credential().members()))
                        .param("set", json.writeValueAsString(row.set()))
                        .update()
                == 1;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                json.readValue(row.getString("data_set"), DataSet.class),
                row.getString("name"),
                row.getString("base_url"),
                Credential.of(json.readTree(row.getString("credential"))),
                row.getBytes("token"),
                row.getBoolean("demonstration"));
    }
}

package fr.socle.exchange.store;

import fr.socle.exchange.provider.Contract;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Data providers. */
@Component
public class ProviderStore {

    private static final String COLUMNS =
            """
            SELECT code, name, base_url, path, token, contract::text AS contract, demonstration
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
     * @param token sealed
     */
    public record Row(
            String code,
            String name,
            @Nullable String baseUrl,
            String path,
            byte[] token,
            Contract contract,
            boolean demonstration) {}

    public Optional<Row> find(String code) {
        return db.sql(COLUMNS + "WHERE code = :code")
                .param("code", code)
                .query(this::row)
                .optional();
    }

    public List<Row> all() {
        return db.sql(COLUMNS + "ORDER BY code").query(this::row).list();
    }

    /** False when there is one of this code already: it stays as it is. */
    public boolean insert(Row row) {
        return db.sql(
                                """
                                INSERT INTO exchange.provider
                                       (code, name, base_url, path, token, contract, demonstration)
                                VALUES (:code, :name, :base, :path, :token, :contract::jsonb, :demonstration)
                                ON CONFLICT (code) DO NOTHING
                                """)
                        .param("code", row.code())
                        .param("name", row.name())
                        .param("base", row.baseUrl(), Types.VARCHAR)
                        .param("path", row.path())
                        .param("token", row.token())
                        .param("contract", json.writeValueAsString(row.contract().facts()))
                        .param("demonstration", row.demonstration())
                        .update()
                == 1;
    }

    /** Name, address and token of an outside provider. False when it is a demonstration's. */
    public boolean change(Row row) {
        return db.sql(
                                """
                                UPDATE exchange.provider
                                   SET name = :name, base_url = :base, path = :path, token = :token
                                 WHERE code = :code AND NOT demonstration
                                """)
                        .param("code", row.code())
                        .param("name", row.name())
                        .param("base", row.baseUrl(), Types.VARCHAR)
                        .param("path", row.path())
                        .param("token", row.token())
                        .update()
                == 1;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var facts = json.readValue(row.getString("contract"), Contract.Fact[].class);
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getString("base_url"),
                row.getString("path"),
                row.getBytes("token"),
                new Contract(Arrays.asList(facts)),
                row.getBoolean("demonstration"));
    }
}

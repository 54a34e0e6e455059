package fr.socle.avis.observatoire.listing;

import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.directory.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Declared procedures, and what was added to those of this house. */
@Component
class ListedStore {

    private static final String ALL = "SELECT * FROM avis.listed ";

    private final JdbcClient db;

    ListedStore(JdbcClient db) {
        this.db = db;
    }

    List<ListedDemarche> all() {
        return db.sql(ALL + "ORDER BY lower(name), id").query(ListedStore::listed).list();
    }

    Optional<ListedDemarche> find(UUID id) {
        return db.sql(ALL + "WHERE id = :id").param("id", id).query(ListedStore::listed).optional();
    }

    /** The one that this organisation lists under these names, whatever their letters. */
    Optional<ListedDemarche> find(OrganisationId owner, String name, String administration) {
        return db.sql(
                        ALL
                                + """
                                WHERE NOT on_socle AND organisation = :owner
                                  AND lower(name) = lower(:name) AND lower(administration) = lower(:administration)
                                """)
                .param("owner", owner.value())
                .param("name", name)
                .param("administration", administration)
                .query(ListedStore::listed)
                .optional();
    }

    void insert(ListedDemarche listed, Instant now) {
        write(
                """
                INSERT INTO avis.listed (id, organisation, on_socle, name, address, administration, ministere,
                                         online, audiences, volume, volume_online, once_only, sign_in, client_id,
                                         changed_at)
                VALUES (:id, :organisation, :onSocle, :name, :address, :administration, :ministere, :online,
                        :audiences, :volume, :volumeOnline, :onceOnly, :signIn, :client, :now)
                """,
                listed,
                now);
    }

    /** False when somebody changed it since. */
    boolean update(ListedDemarche listed, Instant now) {
        return write(
                        """
                        UPDATE avis.listed
                           SET name = :name, address = :address, administration = :administration,
                               ministere = :ministere, online = :online, audiences = :audiences, volume = :volume,
                               volume_online = :volumeOnline, once_only = :onceOnly, sign_in = :signIn,
                               client_id = :client, version = version + 1, changed_at = :now
                         WHERE id = :id AND version = :version AND organisation = :organisation
                           AND on_socle = :onSocle
                        """,
                        listed,
                        now)
                == 1;
    }

    boolean delete(UUID id, long version) {
        return db.sql("DELETE FROM avis.listed WHERE id = :id AND version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private int write(String sql, ListedDemarche listed, Instant now) {
        var facts = listed.facts();
        return db.sql(sql)
                .param("id", listed.id())
                .param("organisation", listed.organisation().value())
                .param("onSocle", listed.onSocle())
                .param("version", listed.version())
                .param("name", facts.name())
                .param("address", facts.address())
                .param("administration", facts.administration())
                .param("ministere", facts.ministere())
                .param("online", facts.online().code())
                .param("audiences", facts.audiences().toArray(String[]::new))
                .param("volume", facts.volume())
                .param("volumeOnline", facts.volumeOnline())
                .param("onceOnly", facts.onceOnly().code())
                .param("signIn", facts.signIn().code())
                .param("client", facts.clientId())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static ListedDemarche listed(ResultSet row, int rank) throws SQLException {
        var facts =
                new Facts(
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("administration"),
                        row.getString("ministere"),
                        Worded.ofCode(Online.values(), row.getString("online")),
                        Arrays.asList((String[]) row.getArray("audiences").getArray()),
                        number(row, "volume"),
                        number(row, "volume_online"),
                        OnceOnly.parse(row.getString("once_only")).orThrow(),
                        Worded.ofCode(SignIn.values(), row.getString("sign_in")),
                        row.getString("client_id"));
        return new ListedDemarche(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getBoolean("on_socle"),
                facts,
                row.getLong("version"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}

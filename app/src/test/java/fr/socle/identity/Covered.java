package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Services as if an habilitation had been granted for them. */
@NullMarked
final class Covered {

    private Covered() {}

    static void by(JdbcClient db, String clientId) {
        var id = UUID.randomUUID();
        for (var statement :
                List.of(
                        """
                        INSERT INTO habilitations.demande (id, organisation, state, content, granted, created_at, changed_at)
                        SELECT :id, gen_random_uuid(), 'accordee', content, 1, now(), now()
                          FROM habilitations.demande LIMIT 1
                        """,
                        """
                        INSERT INTO habilitations.version (id, version, organisation, content, valid_from, valid_until, granted_at)
                        SELECT id, 1, organisation, content, current_date - 2, current_date + 40, now()
                          FROM habilitations.demande WHERE id = :id
                        """)) {
            assertThat(db.sql(statement).param("id", id).update()).isEqualTo(1);
        }
        db.sql("INSERT INTO habilitations.covered_service VALUES (:client, :id, 1)")
                .param("client", clientId)
                .param("id", id)
                .update();
    }
}

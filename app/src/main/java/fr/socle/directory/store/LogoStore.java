package fr.socle.directory.store;

import fr.socle.directory.Logo;
import fr.socle.directory.OrganisationId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Logos, apart from the organisations. */
@Component
public class LogoStore {

    private final JdbcClient db;

    LogoStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Logo> find(OrganisationId organisation) {
        return db.sql("SELECT type, content FROM directory.logo WHERE organisation = :organisation")
                .param("organisation", organisation.value())
                .query((row, _) -> new Logo(row.getString("type"), row.getBytes("content")))
                .optional();
    }

    public void save(OrganisationId organisation, Logo logo) {
        db.sql(
                        """
                        INSERT INTO directory.logo (organisation, type, content)
                        VALUES (:organisation, :type, :content)
                        ON CONFLICT (organisation) DO UPDATE SET type = excluded.type, content = excluded.content
                        """)
                .param("organisation", organisation.value())
                .param("type", logo.type())
                .param("content", logo.content())
                .update();
    }

    public boolean delete(OrganisationId organisation) {
        return db.sql("DELETE FROM directory.logo WHERE organisation = :organisation")
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }
}

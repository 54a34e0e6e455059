package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.Demarches;
import fr.socle.demarches.PublishedDemarche;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.NormalName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published procedures, for whoever looks for one. */
@Component
class PublishedDemarches implements Demarches {

    /** A hundred words search nothing better than ten. */
    private static final int MOST_WORDS = 10;

    private static final int MOST = 500;
    private static final int LONG_ENOUGH_FOR_A_PLURAL = 4;

    private final JdbcClient db;
    private final Directory directory;

    PublishedDemarches(JdbcClient db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    @Override
    public List<PublishedDemarche> search(String words, int limit) {
        return db
                .sql(
                        """
                        SELECT id, slug, title, description, organisation
                          FROM demarches.demarche d
                         WHERE state = 'publiee' AND demarches.receives(d)
                           AND NOT EXISTS (SELECT 1 FROM unnest(:words::text[]) w
                                            WHERE d.search NOT LIKE '%' || w || '%')
                         ORDER BY (SELECT count(*) FROM unnest(:words::text[]) w
                                    WHERE d.search_title LIKE '%' || w || '%') DESC, search_title, id
                         LIMIT :limit
                        """)
                .param("words", wanted(words))
                .param("limit", Math.clamp(limit, 0, MOST))
                .query(Found::of)
                .list()
                .stream()
                .map(this::published)
                .toList();
    }

    @Override
    public List<PublishedDemarche> of(OrganisationId organisation) {
        return db
                .sql(
                        """
                        SELECT id, slug, title, description, organisation
                          FROM demarches.demarche
                         WHERE organisation = :organisation AND state <> 'brouillon'
                         ORDER BY search_title, id
                        """)
                .param("organisation", organisation.value())
                .query(Found::of)
                .list()
                .stream()
                .map(this::published)
                .toList();
    }

    @Override
    public Optional<PublishedDemarche> find(DemarcheId id) {
        return db.sql(
                        """
                        SELECT id, slug, title, description, organisation
                          FROM demarches.demarche
                         WHERE id = :id AND state <> 'brouillon'
                        """)
                .param("id", id.value())
                .query(Found::of)
                .optional()
                .map(this::published);
    }

    /** In normal form, without the small words; « cantines » finds « cantine ». */
    private static String[] wanted(String words) {
        return Stream.of(NormalName.of(words).value().split(" "))
                .filter(it -> it.length() > 2)
                .map(PublishedDemarches::singular)
                .limit(MOST_WORDS)
                .toArray(String[]::new);
    }

    private static String singular(String word) {
        boolean plural = word.endsWith("S") || word.endsWith("X");
        return plural && word.length() > LONG_ENOUGH_FOR_A_PLURAL
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** After its row is read: a mapper that asks for a second connection can starve them all. */
    private PublishedDemarche published(Found found) {
        var organisation = directory.organisation(new OrganisationId(found.organisation));
        return new PublishedDemarche(
                new DemarcheId(found.id),
                "/demarches/" + found.slug,
                found.title,
                found.description,
                organisation.map(Organisation::name).orElse(""));
    }

    private record Found(
            UUID id, String slug, String title, String description, UUID organisation) {

        static Found of(ResultSet row, int number) throws SQLException {
            return new Found(
                    row.getObject("id", UUID.class),
                    row.getString("slug"),
                    row.getString("title"),
                    row.getString("description"),
                    row.getObject("organisation", UUID.class));
        }
    }
}

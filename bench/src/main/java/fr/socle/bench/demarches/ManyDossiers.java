package fr.socle.bench.demarches;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.liste.Colonne;
import fr.socle.directory.ServiceId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One procedure with very many made-up dossiers, written straight into the tables that lists read.
 * Its columns go from two values over all dossiers to hardly any shared value, as fields do: yes or
 * no, a list of eight, a département, a day, an amount, a commune, a name, a field that most skip.
 */
final class ManyDossiers {

    /** Of each column the SQL of its key, from the dossier's rank {@code n}; null: no answer. */
    private enum Column {
        OUINON("CASE WHEN random() < 0.3 THEN 'OUI' ELSE 'NON' END"),
        LISTE8("'CHOIX ' || floor(8 * random() ^ 2)::int"),
        DEPT("lpad(floor(101 * random() ^ 2)::int::text, 3, '0')"),
        JOUR("(date '2020-01-01' + floor(2200 * random())::int)::text"),
        MONTANT("'1' || lpad(floor(5e6 * random() ^ 3)::bigint::text, 18, '0') || '.000000'"),
        COMMUNE("'COMMUNE ' || floor(35000 * random() ^ 2)::int"),
        NOM("upper(substr(md5(random()::text), 1, 7)) || ' ' || floor(400 * random())::int"),
        RARE("CASE WHEN random() < 0.02 THEN 'REPONSE ' || floor(5 * random())::int END"),
        NUMERO("n::text");

        private final String key;

        Column(String key) {
            this.key = key;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final DemarcheId demarche = new DemarcheId(UUID.randomUUID());
    final ServiceId service = new ServiceId(UUID.randomUUID());

    private final JdbcClient db;

    ManyDossiers(JdbcClient db) {
        this.db = db;
    }

    /** The columns by which lists are sorted and filtered. */
    static List<Colonne> columns() {
        return Arrays.stream(Column.values()).map(ManyDossiers::column).toList();
    }

    private static Colonne column(Column column) {
        var type = new ChampType.Texte(100, false);
        var code = column.code();
        return new Colonne(code, Champ.of(new ChampId(code), code, false, type));
    }

    void write(long count) {
        db.sql(
                        """
                        INSERT INTO demarches.dossier (id, demarche, revision, organisation, services, title,
                               organisation_name, service_name, retention_months, person, applicant, email,
                               start_token, state, number, reponses, deposited_at, started_at, changed_at, listed)
                        SELECT id, :demarche, :demarche, :demarche, ARRAY[:service::uuid], 'Démarche', 'Organisation',
                               'Service', 12, id, 'Usager ' || n, 'usager@essai.example', id, 'en-construction',
                               (500000000000 + n)::text, '{}', now(), now(), now(), true
                          FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, :count) AS n)
                        """)
                .param("demarche", demarche.value())
                .param("service", service.value())
                .param("count", count)
                .update();
        keys("#tous", "''");
        for (var column : Column.values()) {
            keys(column.code(), column.key.replace("n::text", "number"));
        }
        db.sql("VACUUM (ANALYZE) demarches.dossier").update();
        db.sql("VACUUM (ANALYZE) demarches.cle").update();
    }

    private void keys(String code, String key) {
        db.sql("INSERT INTO demarches.colonne (demarche, code) VALUES (:demarche, :code)")
                .param("demarche", demarche.value())
                .param("code", code)
                .update();
        db.sql(
                        """
                        INSERT INTO demarches.cle (dossier, colonne, cle)
                        SELECT id, c, k FROM (
                            SELECT d.id, (SELECT id FROM demarches.colonne WHERE demarche = :demarche AND code = :code) AS c,
                                   %s AS k
                              FROM demarches.dossier d WHERE d.demarche = :demarche) AS t
                         WHERE k IS NOT NULL
                        """
                                .formatted(key))
                .param("demarche", demarche.value())
                .param("code", code)
                .update();
    }

    /** A key that a dossier drawn at random has in this column. */
    String someKey(Colonne column) {
        return db.sql(
                        """
                        SELECT cle FROM demarches.cle
                         WHERE colonne = (SELECT id FROM demarches.colonne
                                           WHERE demarche = :demarche AND code = :code)
                           AND dossier >= gen_random_uuid() ORDER BY dossier LIMIT 1
                        """)
                .param("demarche", demarche.value())
                .param("code", column.code())
                .query(String.class)
                .optional()
                .orElse("");
    }
}

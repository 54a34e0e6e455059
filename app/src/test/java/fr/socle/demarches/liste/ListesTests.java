package fr.socle.demarches.liste;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.groupe.Hidden;
import fr.socle.directory.AgentId;
import fr.socle.directory.ServiceId;
import fr.socle.kernel.Parsed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of a list hold what a sort of everything would, whatever the columns. */
@NullMarked
@PostgresTest
class ListesTests {

    private static final int DOSSIERS = 9000;

    private final Random random = new Random(7);
    private final DemarcheId demarche = new DemarcheId(UUID.randomUUID());
    private final ServiceId service = new ServiceId(UUID.randomUUID());
    private final AgentId agent = new AgentId(UUID.randomUUID());
    private final Map<UUID, Map<String, String>> rows = new TreeMap<>();

    @Autowired Listes listes;
    @Autowired ColonneStore columns;
    @Autowired JdbcClient db;

    /** Two answers that thousands share, one that hardly anybody shares, one that most lack. */
    @BeforeEach
    void dossiers() {
        for (int i = 0; i < DOSSIERS; i++) {
            var keys = new HashMap<String, String>();
            keys.put("#tous", "");
            keys.put("half", random.nextBoolean() ? "NON" : "OUI");
            keys.put("tens", "T" + random.nextInt(10));
            keys.put("many", "M%06d".formatted(random.nextInt(1_000_000)));
            if (random.nextInt(20) == 0) {
                keys.put("rare", "R" + random.nextInt(3));
            }
            rows.put(UUID.randomUUID(), keys);
        }
        insert();
    }

    @Test
    void everyPairOfOrdersGivesWhatASortOfAllGives() {
        for (var first : List.of("half", "tens", "many", "rare")) {
            for (var second : List.of("tens", "many", "rare")) {
                if (!first.equals(second)) {
                    same(first, false, second, true, List.of());
                    same(first, true, second, false, List.of());
                }
            }
        }
    }

    @Test
    void filtersKeepTheOrder() {
        same("half", false, "many", false, List.of(equal("tens", "T3")));
        same("half", true, "rare", false, List.of(equal("tens", "T3"), equal("half", "OUI")));
        same("many", true, "tens", true, List.of(between("many", "M25", "M26")));
        same("tens", false, "half", false, List.of(equal("rare", "R1")));
        same("tens", false, "half", false, List.of(equal("tens", "nothing")));
    }

    @Test
    void aCursorOfSomebodyElseOpensNothing() {
        assertThat(Rang.read("")).isEmpty();
        assertThat(Rang.read("AAAA")).isEmpty();
        assertThat(Rang.read("%%%")).isEmpty();
        var rank = new Rang(UUID.randomUUID(), "A", null);
        assertThat(Rang.read(rank.cursor())).contains(rank);
    }

    @Test
    void valuesAreReadByTheKindOfTheirColumn() {
        var number = column("numb", new ChampType.Nombre(true, null, null, ""));
        var day = column("jour", new ChampType.Jour(null, null));
        assertThat(key(number, "-1 234,5")).isLessThan(key(number, "-3"));
        assertThat(key(number, "9")).isLessThan(key(number, "10"));
        assertThat(key(day, "02/01/2026")).isEqualTo(key(day, "2026-01-02"));
        assertThat(Filtre.read(day, Filtre.How.EGAL, "31/02/2026"))
                .isInstanceOf(Parsed.Invalid.class);
        assertThat(Filtre.read(number, Filtre.How.EGAL, "dix")).isInstanceOf(Parsed.Invalid.class);
        assertThat(Filtre.read("many:egal", List.of(column("many"))))
                .isInstanceOf(Parsed.Invalid.class);
        assertThat(Cle.of("Élodie  d’Été")).isEqualTo(Cle.of("ELODIE D ETE"));
    }

    /** Page after page until nothing is left. */
    private void same(String first, boolean down, String second, boolean up, List<Filtre> filters) {
        var wanted =
                new Demande(
                        demarche,
                        new Demande.Reader(
                                agent, List.of(service), new Hidden(List.of(), List.of())),
                        Onglet.TOUS,
                        filters,
                        "",
                        null,
                        new Tri(column(first), down),
                        new Tri(column(second), up));
        var expected =
                rows.entrySet().stream()
                        .filter(it -> filters.stream().allMatch(f -> passes(f, it.getValue())))
                        .map(it -> rank(it.getKey(), it.getValue(), first, second))
                        .sorted(Rang.order(wanted.first(), wanted.second()))
                        .toList();
        var found = new ArrayList<Rang>();
        Rang last = null;
        for (var page = listes.page(wanted, last, 700);
                !page.isEmpty();
                page = listes.page(wanted, last, 700)) {
            found.addAll(page);
            last = page.getLast();
        }
        assertThat(found.equals(expected))
                .as(
                        "%s %s, %s %s: %d of %d",
                        first, down, second, up, found.size(), expected.size())
                .isTrue();
    }

    private static Rang rank(UUID id, Map<String, String> keys, String first, String second) {
        return new Rang(id, keys.get(first), keys.get(second));
    }

    private static boolean passes(Filtre filtre, Map<String, String> keys) {
        @Nullable String key = keys.get(filtre.colonne().code());
        return key != null && key.compareTo(filtre.low()) >= 0 && key.compareTo(filtre.high()) <= 0;
    }

    private static Filtre equal(String column, String key) {
        return between(column, key, key);
    }

    private static Filtre between(String column, String low, String high) {
        return new Filtre(column(column), Filtre.How.EGAL, low, low, high);
    }

    private static Colonne column(String code) {
        return column(code, new ChampType.Texte(100, false));
    }

    private static Colonne column(String code, ChampType type) {
        return new Colonne(code, Champ.of(new ChampId(code), code, false, type));
    }

    private static String key(Colonne column, String typed) {
        return Filtre.read(column, Filtre.How.EGAL, typed).orThrow().low();
    }

    private void insert() {
        db.sql(
                        """
                        INSERT INTO demarches.dossier (id, demarche, revision, organisation, services, title,
                               organisation_name, service_name, retention_months, person, applicant, email,
                               start_token, state, number, reponses, deposited_at, started_at, changed_at, listed)
                        SELECT id, :demarche, :demarche, :demarche, ARRAY[:service::uuid], 't', 'o', 's', 12, id, 'a',
                               'a@essai.example', id, 'en-construction', (:base + n)::text, '{}', now(), now(), now(), true
                          FROM unnest(:ids::uuid[]) WITH ORDINALITY AS t (id, n)
                        """)
                .param("demarche", demarche.value())
                .param("service", service.value())
                .param(
                        "base",
                        ThreadLocalRandom.current().nextLong(200_000_000_000L, 900_000_000_000L))
                .param("ids", rows.keySet().toArray(UUID[]::new))
                .update();
        var codes = List.of("#tous", "half", "tens", "many", "rare");
        var numbers = columns.ids(demarche, codes);
        for (var code : codes) {
            var having =
                    rows.entrySet().stream().filter(it -> it.getValue().containsKey(code)).toList();
            db.sql(
                            """
                            INSERT INTO demarches.cle (dossier, colonne, cle)
                            SELECT d, :colonne, c FROM unnest(:ids::uuid[], :keys::text[]) AS t (d, c)
                            """)
                    .param("colonne", numbers.get(code))
                    .param("ids", having.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                    .param(
                            "keys",
                            having.stream()
                                    .map(it -> it.getValue().get(code))
                                    .toArray(String[]::new))
                    .update();
        }
    }
}

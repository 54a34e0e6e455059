package fr.socle.demarches.liste;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.kernel.NormalName;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what lists and searches read of each dossier: its key in every column, its words. In the
 * transaction that changes the dossier, so that no list ever says something else than the dossier.
 */
@Component
public class Cles {

    /** Longer words are no words; more of them are no dossier that a person reads. */
    private static final int LONGEST_WORD = 40;

    private static final int MOST_WORDS = 4000;

    private final JdbcClient db;
    private final ColonneStore columns;

    Cles(JdbcClient db, ColonneStore columns) {
        this.db = db;
        this.columns = columns;
    }

    /** What is hidden counts for nothing, here as everywhere. */
    public void write(Depose dossier, Definition definition, Instant changedAt) {
        var seen = seen(definition, dossier.reponses().valeurs());
        keys(dossier, keys(dossier, seen, changedAt));
        words(dossier, definition, seen);
    }

    /** The dossier goes, or its answers do. */
    public void forget(DossierId dossier) {
        db.sql("DELETE FROM demarches.cle WHERE dossier = :id")
                .param("id", dossier.value())
                .update();
        db.sql("DELETE FROM demarches.recherche WHERE dossier = :id")
                .param("id", dossier.value())
                .update();
    }

    /** The word that every dossier of a procedure bears. */
    static String word(DemarcheId demarche) {
        return "#" + demarche.toString().replace("-", "");
    }

    private static Map<ChampId, Valeur> seen(Definition definition, Map<ChampId, Valeur> values) {
        var seen = new HashMap<>(values);
        seen.keySet().retainAll(Visibility.visible(definition, values));
        return seen;
    }

    private static Map<String, String> keys(
            Depose dossier, Map<ChampId, Valeur> seen, Instant changedAt) {
        var keys = new LinkedHashMap<String, String>();
        keys.put(Colonne.TOUS.code(), "");
        keys.put(Colonne.NUMERO.code(), dossier.depot().number().value());
        keys.put(Colonne.USAGER.code(), Cle.of(dossier.fiche().usager().name()));
        keys.put(Colonne.ETAT.code(), Cle.of(dossier.state().name()));
        keys.put(Colonne.DEPOT.code(), Cle.of(dossier.depot().at()));
        keys.put(Colonne.MODIFICATION.code(), Cle.of(changedAt));
        seen.forEach((champ, value) -> keys.put(champ.value(), Cle.of(value)));
        return keys;
    }

    private void keys(Depose dossier, Map<String, String> keys) {
        var ids = columns.ids(dossier.fiche().demarche(), keys.keySet());
        var numbers = keys.keySet().stream().map(ids::get).toArray(Integer[]::new);
        var values = keys.values().toArray(String[]::new);
        db.sql(
                        """
                        DELETE FROM demarches.cle WHERE dossier = :dossier AND colonne <> ALL (:columns)
                        """)
                .param("dossier", dossier.id().value())
                .param("columns", numbers)
                .update();
        db.sql(
                        """
                        INSERT INTO demarches.cle AS k (dossier, colonne, cle)
                        SELECT :dossier, c, v FROM unnest(:columns::int[], :values::text[]) AS t(c, v)
                        ON CONFLICT (dossier, colonne) DO UPDATE SET cle = excluded.cle
                         WHERE k.cle <> excluded.cle
                        """)
                .param("dossier", dossier.id().value())
                .param("columns", numbers)
                .param("values", values)
                .update();
    }

    private void words(Depose dossier, Definition definition, Map<ChampId, Valeur> seen) {
        var words = new LinkedHashSet<String>();
        words.add(word(dossier.fiche().demarche()));
        words.add(dossier.depot().number().value());
        add(words, dossier.fiche().usager().name());
        add(words, dossier.fiche().usager().email().value());
        definition.champs().stream()
                .map(Champ::id)
                .map(seen::get)
                .flatMap(Stream::ofNullable)
                .flatMap(Cles::lines)
                .forEach(it -> add(words, it));
        db.sql(
                        """
                        INSERT INTO demarches.recherche AS r (dossier, words)
                        VALUES (:dossier, array_to_tsvector(:words))
                        ON CONFLICT (dossier) DO UPDATE SET words = excluded.words
                         WHERE r.words <> excluded.words
                        """)
                .param("dossier", dossier.id().value())
                .param("words", words.toArray(String[]::new))
                .update();
    }

    private static Stream<String> lines(Valeur value) {
        if (value instanceof Valeur.Lignes(var rows)) {
            return rows.stream().flatMap(it -> it.valeurs().values().stream()).flatMap(Cles::lines);
        }
        // because the names of files are not answers, and ids would match nobody's words
        return value instanceof Valeur.Pieces
                ? Stream.empty()
                : Stream.of(Shown.line(value, "", ""));
    }

    private static void add(Set<String> words, String text) {
        for (var word : NormalName.of(text).value().split(" ")) {
            if (!word.isEmpty() && word.length() <= LONGEST_WORD && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
    }
}

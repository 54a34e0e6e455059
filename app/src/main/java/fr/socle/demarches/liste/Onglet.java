package fr.socle.demarches.liste;

import java.util.Arrays;
import java.util.Optional;

/** Which dossiers a list begins with; the label is the message {@code demarches.onglet.<code>}. */
public enum Onglet {
    /** They wait, and nobody takes care of them yet. */
    A_SUIVRE(
            "a-suivre",
            """
             AND NOT d.archived AND d.state IN ('en-construction', 'en-instruction') AND d.instructeur IS NULL
             AND NOT EXISTS (SELECT FROM demarches.suivi s WHERE s.dossier = d.id)
            """),
    /** The reader follows them. */
    SUIVIS(
            "suivis",
            """
             AND NOT d.archived AND d.state IN ('en-construction', 'en-instruction')
             AND EXISTS (SELECT FROM demarches.suivi s WHERE s.dossier = d.id AND s.agent = :agent)
            """),
    TRAITES("traites", " AND NOT d.archived AND d.decided_at IS NOT NULL"),
    TOUS("tous", " AND NOT d.archived"),
    /** They go within a month. */
    EXPIRANTS("expirants", " AND d.expires_at < now() + interval '1 month'"),
    ARCHIVES("archives", " AND d.archived");

    private final String code;
    private final String sql;

    /** Whether it may well hold few dossiers of a procedure that has very many. */
    boolean narrow() {
        return this != TRAITES && this != TOUS;
    }

    Onglet(String code, String sql) {
        this.code = code;
        this.sql = sql;
    }

    public String code() {
        return code;
    }

    /** A condition on the row {@code d} of a dossier. */
    String sql() {
        return sql;
    }

    public static Optional<Onglet> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}

package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.DefinitionJson;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rows of procedures. */
final class DemarcheRows {

    static final String BROUILLON = "brouillon";
    static final String PUBLIEE = "publiee";
    static final String CLOSE = "close";

    private DemarcheRows() {}

    static Demarche demarche(ResultSet row, int number) throws SQLException {
        var fiche = fiche(row);
        var state = row.getString("state");
        if (state.equals(BROUILLON)) {
            return new Demarche.Brouillon(fiche);
        }
        var latest = new RevisionId(row.getObject("revision", UUID.class));
        int rank = row.getInt("number");
        return switch (state) {
            case PUBLIEE -> new Demarche.Publiee(fiche, latest, rank);
            case CLOSE -> new Demarche.Close(fiche, latest, rank);
            default -> throw new IllegalStateException("unknown state " + state);
        };
    }

    private static Fiche fiche(ResultSet row) throws SQLException {
        return new Fiche(
                new DemarcheId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("slug"),
                facts(row),
                DefinitionJson.read(row.getString("draft")).orThrow(),
                Grounds.read(row),
                row.getLong("version"));
    }

    static Facts facts(ResultSet row) throws SQLException {
        var services = (UUID[]) row.getArray("services").getArray();
        return new Facts(
                row.getString("title"),
                row.getString("description"),
                row.getString("audience"),
                row.getString("cadre_juridique"),
                Arrays.stream(services).map(ServiceId::new).toList(),
                attestation(row),
                row.getInt("retention_months"),
                row.getInt("minutes"));
    }

    private static @Nullable AttestationTemplate attestation(ResultSet row) throws SQLException {
        var title = row.getString("attestation_title");
        return title.isEmpty()
                ? null
                : new AttestationTemplate(title, row.getString("attestation_body"));
    }
}

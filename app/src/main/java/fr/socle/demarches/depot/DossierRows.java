package fr.socle.demarches.depot;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.DossierState;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.demarches.dossier.Correction;
import fr.socle.demarches.dossier.Decision;
import fr.socle.demarches.dossier.Depot;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.dossier.ReponsesJson;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between rows and dossiers. */
final class DossierRows {

    private static final String FACTS =
            """
            SELECT id, demarche, revision, organisation, services, title, organisation_name, service_name,
                   retention_months, person, applicant, email, language, state, number, reponses, reprise,
                   correction, correction_reason, correction_at, deposited_at, instructed_at, motivation, decided_at,
                   started_at, changed_at, version,
                   EXISTS (SELECT FROM demarches.attestation a WHERE a.dossier = dossier.id) AS attested
            """;

    private static final String FROM = "  FROM demarches.dossier\n";

    static final String COLUMNS = FACTS + FROM;

    /** With what lies beside it, so that nobody asks for what is not there. */
    static final String FOLLOWED =
            FACTS
                    + """
                    , EXISTS (SELECT FROM demarches.message m WHERE m.dossier = dossier.id) AS written,
                      EXISTS (SELECT FROM demarches.avis_expert e WHERE e.dossier = dossier.id) AS advised
                    """
                    + FROM;

    private DossierRows() {}

    static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                dossier(row),
                row.getLong("version"),
                instant(row, "changed_at"),
                row.getBoolean("attested"));
    }

    static Followed followed(ResultSet row, int number) throws SQLException {
        return new Followed(
                stored(row, number), row.getBoolean("written"), row.getBoolean("advised"));
    }

    static Etape etape(ResultSet row, int number) throws SQLException {
        return new Etape(
                Etape.Event.of(row.getString("event")),
                row.getString("message"),
                instant(row, "at"));
    }

    /** The word that rows keep. */
    static String stateOf(Dossier dossier) {
        return codeOf(dossier.state());
    }

    static String codeOf(DossierState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static DossierState state(String code) {
        return DossierState.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static Map<String, Object> facts(Fiche fiche) {
        var guichet = fiche.guichet();
        var usager = fiche.usager();
        var facts = new HashMap<String, Object>();
        facts.put("id", fiche.id().value());
        facts.put("demarche", fiche.demarche().value());
        facts.put("revision", fiche.revision().value());
        facts.put("organisation", guichet.organisation().value());
        facts.put(
                "services", guichet.services().stream().map(ServiceId::value).toArray(UUID[]::new));
        facts.put("title", guichet.title());
        facts.put("organisationName", guichet.organisationName());
        facts.put("serviceName", guichet.serviceName());
        facts.put("months", guichet.retentionMonths());
        facts.put("person", usager.person().value());
        facts.put("applicant", usager.name());
        facts.put("email", usager.email().value());
        facts.put("language", usager.language());
        return facts;
    }

    private static Dossier dossier(ResultSet row) throws SQLException {
        var fiche = fiche(row);
        var reponses = ReponsesJson.read(row.getString("reponses"));
        return switch (state(row.getString("state"))) {
            case BROUILLON -> new Dossier.Brouillon(fiche, reponses);
            case EN_CONSTRUCTION ->
                    new Dossier.EnConstruction(fiche, reponses, depot(row), correction(row));
            case EN_INSTRUCTION ->
                    new Dossier.EnInstruction(
                            fiche, reponses, depot(row), instant(row, "instructed_at"));
            case ACCEPTE -> new Dossier.Accepte(fiche, reponses, depot(row), decision(row));
            case REFUSE -> new Dossier.Refuse(fiche, reponses, depot(row), decision(row));
            case SANS_SUITE -> new Dossier.SansSuite(fiche, reponses, depot(row), decision(row));
        };
    }

    private static Fiche fiche(ResultSet row) throws SQLException {
        return new Fiche(
                new DossierId(row.getObject("id", UUID.class)),
                new DemarcheId(row.getObject("demarche", UUID.class)),
                new RevisionId(row.getObject("revision", UUID.class)),
                new Fiche.Guichet(
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        services(row),
                        row.getString("title"),
                        row.getString("organisation_name"),
                        row.getString("service_name"),
                        row.getInt("retention_months")),
                new Fiche.Usager(
                        new PersonRef(row.getObject("person", UUID.class)),
                        row.getString("applicant"),
                        EmailAddress.parse(row.getString("email")).orThrow(),
                        row.getString("language")),
                instant(row, "started_at"));
    }

    private static List<ServiceId> services(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("services").getArray())
                .map(ServiceId::new)
                .toList();
    }

    private static Depot depot(ResultSet row) throws SQLException {
        return new Depot(new NumeroPublic(row.getString("number")), instant(row, "deposited_at"));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(row.getString("motivation"), instant(row, "decided_at"));
    }

    private static Correction.@Nullable Demandee correction(ResultSet row) throws SQLException {
        var message = row.getString("correction");
        return message == null
                ? null
                : new Correction.Demandee(
                        Correction.Raison.of(row.getString("correction_reason")),
                        message,
                        instant(row, "correction_at"),
                        reprise(row));
    }

    private static Reponses reprise(ResultSet row) throws SQLException {
        return ReponsesJson.read(row.getString("reprise"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}

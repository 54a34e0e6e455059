package fr.socle.citoyen.store;

import fr.socle.citoyen.droits.Exercice;
import fr.socle.citoyen.droits.Exercice.Issue;
import fr.socle.citoyen.store.ExerciceStore.Suivi;
import fr.socle.citoyen.usages.Place;
import fr.socle.directory.OrganisationId;
import fr.socle.house.Keyring;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Between rows and rights that are exercised; opens and seals what was written. */
@Component
class ExerciceRows {

    private static final String SEAL = "citoyen.exercice/";

    private final Keyring keyring;
    private final JsonMapper json = JsonMapper.builder().build();

    ExerciceRows(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * What is sealed.
     *
     * @param motif of the extension; empty when there was none
     * @param reponse empty when there is none yet
     * @param entreprise null in rows of before companies could ask
     */
    record Content(
            String name,
            String email,
            String language,
            String donnees,
            String source,
            String texte,
            String motif,
            String reponse,
            @Nullable Boolean entreprise) {}

    byte[] seal(Exercice it) {
        var fond = it.fond();
        var content =
                new Content(
                        fond.demandeur().name(),
                        fond.demandeur().email().value(),
                        fond.demandeur().language(),
                        fond.objet().donnees(),
                        fond.objet().source(),
                        fond.objet().texte(),
                        it instanceof Exercice.Prolonge longer ? longer.motif() : "",
                        it instanceof Exercice.Repondu end ? end.texte() : "",
                        fond.demandeur().entreprise());
        return keyring.seal(SEAL + fond.id(), json.writeValueAsBytes(content));
    }

    Suivi suivi(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var content =
                json.readValue(keyring.open(SEAL + id, row.getBytes("content")), Content.class);
        return new Suivi(exercice(row, fond(row, id, content), content), row.getLong("version"));
    }

    private static Exercice exercice(ResultSet row, Exercice.Fond fond, Content content)
            throws SQLException {
        return switch (row.getString("state")) {
            case "ouvert" -> new Exercice.Ouvert(fond);
            case "prolonge" ->
                    new Exercice.Prolonge(
                            fond, content.motif(), row.getTimestamp("extended_at").toInstant());
            case "repondu" ->
                    new Exercice.Repondu(
                            fond,
                            Issue.valueOf(row.getString("issue").toUpperCase(Locale.ROOT)),
                            content.reponse(),
                            row.getTimestamp("closed_at").toInstant());
            case "retire" -> new Exercice.Retire(fond, row.getTimestamp("closed_at").toInstant());
            default -> throw new IllegalStateException("no state " + row.getString("state"));
        };
    }

    private static Exercice.Fond fond(ResultSet row, UUID id, Content content) throws SQLException {
        return new Exercice.Fond(
                id,
                ExerciceStore.nature(row.getString("nature")),
                new Exercice.Guichet(
                        new OrganisationId(row.getObject("organisation", UUID.class)),
                        row.getString("organisation_name")),
                new Exercice.Objet(
                        content.donnees(), content.source(), content.texte(), place(row)),
                new Exercice.Demandeur(
                        new PersonRef(row.getObject("person", UUID.class)),
                        content.name(),
                        EmailAddress.parse(content.email()).orThrow(),
                        content.language(),
                        Boolean.TRUE.equals(content.entreprise())),
                row.getInt("supprimees"),
                row.getTimestamp("opened_at").toInstant());
    }

    private static @Nullable Place place(ResultSet row) throws SQLException {
        var log = row.getInt("log");
        return row.wasNull() ? null : new Place(log, row.getLong("index"));
    }
}

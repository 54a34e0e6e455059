package fr.socle.avis.form;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fr.socle.avis.JudgedId;
import fr.socle.directory.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forms, and every version of what they ask. */
@Component
class FormStore {

    private static final String ALL =
            """
            SELECT f.*, q.number, q.hidden, q.renamed, q.words
              FROM avis.form f JOIN avis.form_questions q ON q.form = f.id AND q.number = f.questions
            """;

    private final JdbcClient db;

    FormStore(JdbcClient db) {
        this.db = db;
    }

    Optional<ServiceForm> find(UUID id) {
        return db.sql(ALL + "WHERE f.id = :id").param("id", id).query(FormStore::form).optional();
    }

    List<ServiceForm> of(JudgedId service) {
        return db.sql(ALL + "WHERE f.service = :service ORDER BY lower(f.name)")
                .param("service", service.value())
                .query(FormStore::form)
                .list();
    }

    Optional<Questions> questions(UUID form, int number) {
        return db.sql(
                        """
                        SELECT number, hidden, renamed, words FROM avis.form_questions
                         WHERE form = :form AND number = :number
                        """)
                .param("form", form)
                .param("number", number)
                .query(FormStore::questions)
                .optional();
    }

    void insert(ServiceForm form) {
        write(
                """
                INSERT INTO avis.form (id, service, organisation, name, template, open, origins, questions)
                VALUES (:id, :service, :organisation, :name, :template, :open, :origins, :number)
                """,
                form);
        insertQuestions(form);
    }

    /** False when somebody changed it since. */
    boolean update(ServiceForm form) {
        int changed =
                write(
                        """
                        UPDATE avis.form
                           SET name = :name, open = :open, origins = :origins, questions = :number,
                               version = version + 1
                         WHERE id = :id AND version = :version AND service = :service
                           AND organisation = :organisation AND template = :template
                        """,
                        form);
        if (changed == 1) {
            insertQuestions(form);
        }
        return changed == 1;
    }

    private int write(String sql, ServiceForm form) {
        return db.sql(sql)
                .param("id", form.id())
                .param("service", form.service().value())
                .param("organisation", form.organisation().value())
                .param("name", form.name())
                .param("template", form.template().code())
                .param("open", form.open())
                .param("origins", form.origins().toArray(String[]::new))
                .param("number", form.questions().number())
                .param("version", form.version())
                .update();
    }

    private void insertQuestions(ServiceForm form) {
        var renamed = List.copyOf(form.questions().renamed().entrySet());
        db.sql(
                        """
                        INSERT INTO avis.form_questions (form, number, hidden, renamed, words)
                        VALUES (:form, :number, :hidden, :renamed, :words)
                        ON CONFLICT DO NOTHING
                        """)
                .param("form", form.id())
                .param("number", form.questions().number())
                .param(
                        "hidden",
                        form.questions().hidden().stream()
                                .map(Question::code)
                                .toArray(String[]::new))
                .param(
                        "renamed",
                        renamed.stream().map(it -> it.getKey().code()).toArray(String[]::new))
                .param("words", renamed.stream().map(it -> it.getValue()).toArray(String[]::new))
                .update();
    }

    private static ServiceForm form(ResultSet row, int rank) throws SQLException {
        return new ServiceForm(
                row.getObject("id", UUID.class),
                new JudgedId(row.getObject("service", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("name"),
                Template.of(row.getString("template")),
                row.getBoolean("open"),
                texts(row, "origins"),
                questions(row, rank),
                row.getLong("version"));
    }

    private static Questions questions(ResultSet row, int rank) throws SQLException {
        var renamed = texts(row, "renamed");
        var words = texts(row, "words");
        return new Questions(
                row.getInt("number"),
                texts(row, "hidden").stream().map(FormStore::question).collect(toSet()),
                IntStream.range(0, words.size())
                        .boxed()
                        .collect(toMap(it -> question(renamed.get(it)), words::get)));
    }

    private static Question question(String code) {
        return Question.of(code).orElseThrow();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}

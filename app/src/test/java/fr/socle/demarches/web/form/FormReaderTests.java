package fr.socle.demarches.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.depot.FieldNames;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class FormReaderTests {

    private static final ChampId CHILDREN = new ChampId("enfants");
    private static final ChampId NAME = new ChampId("prenom");
    private static final Definition AT_MOST_TWO =
            new Definition(
                    List.of(
                            Champ.of(
                                    CHILDREN,
                                    "Enfants",
                                    true,
                                    new ChampType.Repetition(
                                            List.of(
                                                    Champ.of(
                                                            NAME,
                                                            "Prénom",
                                                            true,
                                                            new ChampType.Texte(60, false))),
                                            1,
                                            2))));

    private final LinkedMultiValueMap<String, String> sent = new LinkedMultiValueMap<>();

    @Test
    void asManyRowsAsAllowedAreRead() {
        row("Léa");
        row("Noé");
        var form = Form.of(sent);
        var read = new FormReader(sent, form, Set.of()).read(AT_MOST_TWO, Reponses.NONE);
        assertThat(form.ok()).isTrue();
        assertThat(read.valeur(CHILDREN))
                .containsInstanceOf(Valeur.Lignes.class)
                .hasValueSatisfying(it -> assertThat(((Valeur.Lignes) it).lignes()).hasSize(2));
    }

    @Test
    void oneRowMoreIsToldAndChangesNothing() {
        row("Léa");
        var before = new FormReader(sent, Form.of(sent), Set.of()).read(AT_MOST_TWO, Reponses.NONE);
        row("Noé");
        row("Mia");
        var form = Form.of(sent);
        var read = new FormReader(sent, form, Set.of()).read(AT_MOST_TWO, before);
        assertThat(read).isEqualTo(before);
        assertThat(form.error(FieldNames.rows(CHILDREN)))
                .hasValueSatisfying(
                        it -> assertThat(it.key()).isEqualTo("demarches.form.rows.many"));
    }

    private void row(String name) {
        var id = UUID.randomUUID();
        sent.add(FieldNames.rows(CHILDREN), id.toString());
        sent.add(FieldNames.inRow(CHILDREN, id, NAME), name);
    }
}

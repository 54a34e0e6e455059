package fr.socle.habilitations.demande;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.habilitations.formulaire.Bloc;
import fr.socle.habilitations.formulaire.Formulaire;
import fr.socle.habilitations.formulaire.Formulaires.Offre;
import fr.socle.habilitations.spi.DataCatalogue.DataField;
import fr.socle.habilitations.spi.DataCatalogue.DataKind;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

/** What a request must say, and what a draft may lack. */
@NullMarked
class ContenuFormTests {

    private static final DataSet SET =
            new DataSet(
                    "quotient-familial",
                    "essai",
                    "Caisse (essai)",
                    List.of(new DataField("valeur", "essai", DataKind.NUMBER)));
    private static final Offre USUAL = new Offre(List.of(SET), Map.of());

    @Test
    void aWholeRequestIsReadAndWrittenAlike() {
        var read = ContenuForm.read(whole(Map.of()), USUAL).orElseThrow();
        assertThat(read.motivation().article()).isEqualTo("L. 114-8");
        assertThat(read.complements().services()).containsExactly("client-1", "client-2");
        var again = ContenuForm.form(read);
        assertThat(again.typed("homologation.fin.annee")).isEqualTo("2028");
        var accepted = new LinkedMultiValueMap<String, String>();
        for (var field : fields(Map.of()).keySet()) {
            accepted.put(field, again.all(field));
        }
        accepted.put("cgu", List.of("oui"));
        accepted.put("dpo-informe", List.of("true"));
        assertThat(ContenuForm.read(Form.of(accepted), USUAL)).contains(read);
    }

    @ParameterizedTest
    @CsvSource({
        "intitule, '', ui.form.required",
        "usage, cueillette, ui.form.choice",
        "nature, '', ui.form.required",
        "article, sans numéro, habilitations.form.article.number",
        "cadre-url, '', ui.form.required",
        "cadre-url, javascript:alert(1), habilitations.form.url.refused",
        "donnees.quotient-familial, adresse, ui.form.choice",
        "demandeurs, '', ui.form.choice",
        "validite, 61, ui.form.between",
        "conservation, 121, ui.form.between",
        "conservation-motif, '', habilitations.form.retention.why",
        "destinataires, '', ui.form.required",
        "dpo.courriel, rien, kernel.email.at",
        "responsable.nom, '', ui.form.required",
        "technique.nom, '', ui.form.required",
        "volume, 7, ui.form.choice",
        "volume-motif, '', habilitations.form.volume.why",
        "homologation.autorite, '', ui.form.required",
        "homologation.fin.annee, 2020, habilitations.form.homologation.order",
        "services, deux mots, habilitations.form.services.wrong",
        "cgu, '', habilitations.form.cgu.refused",
        "dpo-informe, non, habilitations.form.dpo-informe.refused"
    })
    void eachRuleNamesItsField(String field, String typed, String why) {
        var form = whole(Map.of(field, List.of(typed)));
        assertThat(ContenuForm.read(form, USUAL)).isEmpty();
        assertThat(form.errors())
                .anySatisfy(
                        it -> {
                            assertThat(field).startsWith(it.field());
                            assertThat(it.refusal().key()).isEqualTo(why);
                        });
    }

    @Test
    void aFieldThatComesTwiceIsRefused() {
        var form = whole(Map.of("intitule", List.of("Un", "Deux")));
        assertThat(ContenuForm.read(form, USUAL)).isEmpty();
        assertThat(form.error("intitule").orElseThrow().key()).isEqualTo("ui.form.twice");
    }

    @Test
    void aDraftMayLackAnythingButNothingInItIsWrong() {
        assertThat(ContenuForm.readDraft(Form.blank(), USUAL)).isPresent();
        var wrong = Form.blank(Map.of("validite", "jamais", "dpo.courriel", "rien"));
        assertThat(ContenuForm.readDraft(wrong, USUAL)).isEmpty();
        assertThat(wrong.errors()).hasSize(2);
    }

    @Test
    void whatAKindOfDataDemandsMustBeAnswered() {
        var strict =
                new Formulaire(
                        "quotient-familial",
                        "",
                        Set.of(Bloc.METIER, Bloc.VOLUME, Bloc.HOMOLOGATION),
                        24,
                        true,
                        1);
        var form =
                whole(
                        Map.of(
                                "metier.nom", List.of(),
                                "volume", List.of(),
                                "homologation.autorite", List.of(),
                                "homologation.debut.annee", List.of(),
                                "homologation.debut.mois", List.of(),
                                "homologation.debut.jour", List.of()));
        var offre = new Offre(List.of(SET), Map.of("quotient-familial", strict));
        assertThat(ContenuForm.read(form, offre)).isEmpty();
        assertThat(form.errors().stream().map(Form.FieldError::field))
                .contains(
                        "metier.nom",
                        "volume",
                        "homologation.autorite",
                        "homologation.debut",
                        "conservation");
    }

    @Test
    void whatIsClosedCannotBeRequested() {
        var closed = new Formulaire("quotient-familial", "", Set.of(), 120, false, 1);
        var offre = new Offre(List.of(SET), Map.of("quotient-familial", closed));
        var form = whole(Map.of());
        assertThat(ContenuForm.read(form, offre)).isEmpty();
        assertThat(form.error("donnees.quotient-familial").orElseThrow().key())
                .isEqualTo("habilitations.form.closed");
    }

    @Test
    void aRequestWithoutDataOpensAtLeastAService() {
        var none = Map.of("donnees.quotient-familial", List.<String>of());
        assertThat(ContenuForm.read(whole(none), USUAL)).isPresent();
        var nothing =
                whole(
                        Map.of(
                                "donnees.quotient-familial",
                                List.<String>of(),
                                "services",
                                List.<String>of()));
        assertThat(ContenuForm.read(nothing, USUAL)).isEmpty();
    }

    private static Form whole(Map<String, List<String>> instead) {
        return Form.of(fields(instead));
    }

    private static LinkedMultiValueMap<String, String> fields(Map<String, List<String>> instead) {
        var typed = new LinkedMultiValueMap<String, String>();
        for (var line : WHOLE.lines().toList()) {
            var at = line.indexOf('=');
            typed.add(line.substring(0, at), line.substring(at + 1).replace("\\n", "\n"));
        }
        instead.forEach(typed::put);
        return typed;
    }

    private static final String WHOLE =
            """
            intitule=Cantine (essai)
            usage=restauration-scolaire
            finalite=Calculer un tarif d’essai
            nature=loi
            article=L. 114-8
            cadre=Code des relations entre le public et l’administration
            cadre-url=https://ville.example/texte
            donnees.quotient-familial=valeur
            demandeurs=automate
            destinataires=Cantine (essai)
            validite=24
            conservation=48
            conservation-motif=Contentieux d’essai
            dpo.nom=Dpo (essai)
            dpo.courriel=dpo@essai.example
            responsable.nom=Responsable (essai)
            responsable.courriel=responsable@essai.example
            metier.nom=Métier (essai)
            metier.courriel=metier@essai.example
            technique.nom=Technique (essai)
            technique.courriel=technique@essai.example
            volume=200
            volume-motif=Rentrée d’essai
            homologation.autorite=Autorité (essai)
            homologation.debut.jour=1
            homologation.debut.mois=9
            homologation.debut.annee=2025
            homologation.fin.jour=31
            homologation.fin.mois=8
            homologation.fin.annee=2028
            services=client-1\\nclient-2
            dpo-informe=oui
            cgu=oui""";
}

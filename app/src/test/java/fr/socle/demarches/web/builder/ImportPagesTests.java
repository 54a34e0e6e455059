package fr.socle.demarches.web.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.socle.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Procedures that come as files. */
@NullMarked
class ImportPagesTests extends BuilderHouse {

    @Test
    void aPublishedDefinitionIsImportedAndItsLossesAreListed() throws IOException {
        var browser = builder(organisation("Commune reprenante (essai)"));
        var json =
                """
                {"title":"Reprise","description":"D","revision":{"champDescriptors":[
                {"__typename":"ExpressionReguliereChampDescriptor","label":"Votre SIRET","required":true,"description":null}]}}
                """;
        var report = upload(browser, json);
        assertThat(report.getUrl().getPath()).matches(HOME + "/[0-9a-f-]{36}/importation");
        assertThat(((HtmlPage) report).asNormalizedText())
                .contains("Votre SIRET")
                .contains("Le motif ne figure pas dans le fichier");
        var again = ((HtmlPage) report).refresh();
        assertThat(((HtmlPage) again).asNormalizedText()).contains("Votre SIRET");
        assertThat(
                        page(browser, HOME).getAnchors().stream()
                                .filter(it -> it.getTextContent().contains("Reprise")))
                .hasSize(1);
        assertThat(upload(browser, "pas du json").getWebResponse().getStatusCode()).isEqualTo(422);
        assertThat(upload(browser, "").getWebResponse().getStatusCode()).isEqualTo(422);
    }

    @Test
    void everyRealDefinitionIsImportedThroughThePage() throws IOException {
        var folder = SampleFolder.find("demarches");
        assumeTrue(folder.isPresent(), "no samples beside the repository");
        var browser = builder(organisation("Commune aux reprises (essai)"));
        try (var files = Files.list(folder.orElseThrow())) {
            for (var file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                var report = upload(browser, Files.readString(file));
                assertThat(report.getWebResponse().getStatusCode())
                        .as(file.toString())
                        .isEqualTo(200);
            }
        }
        var list = page(browser, HOME);
        for (var link : list.getAnchors()) {
            if (link.getHrefAttribute().matches(HOME + "/[0-9a-f-]{36}")) {
                assertThat(status(browser, link.getHrefAttribute())).isEqualTo(200);
                assertThat(status(browser, link.getHrefAttribute() + "/apercu")).isEqualTo(200);
                assertThat(status(browser, link.getHrefAttribute() + "/publier")).isEqualTo(200);
            }
        }
    }
}

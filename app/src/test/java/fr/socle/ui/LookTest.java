package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LookTest {

    private static final Path STYLESHEET =
            Path.of("src/main/resources/static/ressources/socle.css");

    private static final Pattern INLINE =
            Pattern.compile(
                    "(?i)(\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*\"|<script(?![^>]*\\ssrc=)|<style|javascript:)");

    private static final Pattern PHYSICAL =
            Pattern.compile(
                    "(margin|padding|border)-(left|right)|[ ;{](left|right):|float: *(left|right)");

    private static final Pattern ICON = Pattern.compile("(?:icon\\(name|icon) = \"([a-z0-9-]+)\"");

    @Test
    void theStylesheetWeighsLessThanFortyKilobytes() throws IOException {
        assertThat(Files.size(STYLESHEET)).isLessThan(40_000);
    }

    @Test
    void theStylesheetAsksNothingFromElsewhere() {
        assertThat(UiSources.text(STYLESHEET)).doesNotContain("http:", "https:", "@import", "//");
    }

    @Test
    void theStylesheetSpeaksOfStartAndEndAndNotOfLeftAndRight() {
        assertThat(PHYSICAL.matcher(UiSources.text(STYLESHEET)).results().map(it -> it.group()))
                .isEmpty();
    }

    @Test
    void noTemplateHoldsAnInlineStyleScriptOrHandler() {
        for (var template : UiSources.files(UiSources.JAVA, ".jte")) {
            if (template.toString().contains("/letter/")) {
                continue; // because mail programs read no stylesheet, and no page shows a letter as
                // one
            }
            assertThat(INLINE.matcher(UiSources.text(template)).results().map(it -> it.group()))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void everyIconThatATemplateNamesIsDrawn() {
        var templates = UiSources.files(UiSources.JAVA, ".jte");
        assertThat(UiSources.found(templates, ICON)).isNotEmpty().allMatch(Icons::exists);
        assertThat(List.of(Fault.values())).allMatch(it -> Icons.exists(it.icon()));
    }

    @Test
    void whatPointsAlongTheLineTurnsWithIt() {
        assertThat(List.of("arrow-right", "arrow-left", "chevron-right", "undo-2"))
                .allMatch(it -> Icons.exists(it) && Icons.turns(it));
        assertThat(Icons.turns("check")).isFalse();
        assertThat(UiSources.text(STYLESHEET)).contains("[dir=\"rtl\"] .icon.turns");
    }

    @Test
    void everyComponentSaysWhatItIsFor() {
        for (var template : UiSources.files(UiSources.BLOCK, ".jte")) {
            if (!template.toString().endsWith("Page.jte")) {
                assertThat(UiSources.text(template)).as(template.toString()).contains("<%-- ");
            }
        }
    }
}

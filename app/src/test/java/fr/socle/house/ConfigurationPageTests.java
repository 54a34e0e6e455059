package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} is written from the settings records; {@code
 * -Dsocle.write-docs=true} writes it.
 */
class ConfigurationPageTests {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void thePageSaysEverySetting() throws IOException {
        if (Boolean.getBoolean("socle.write-docs")) {
            Files.write(PAGE, page());
        }
        assertThat(Files.readAllLines(PAGE)).isEqualTo(page());
    }

    @Test
    void everySettingSaysWhatItIsFor() {
        SettingsKeys.onClassPath()
                .all()
                .forEach(it -> assertThat(it.description()).as(it.name()).isNotBlank());
    }

    private static List<String> page() {
        var lines = new ArrayList<String>();
        lines.add("# Settings");
        lines.add("");
        lines.add(
                "Each is a key of `socle.yaml`, read in the folder where Socle starts, and a variable. The command line"
                        + " wins over variables, and these over the file. A key that does not exist stops the start.");
        lines.add("This page is written from the code: see `ConfigurationPageTests`.");
        lines.add("");
        lines.add("| key | variable | what it is | default |");
        lines.add("|---|---|---|---|");
        SettingsKeys.onClassPath().all().forEach(it -> lines.add(line(it)));
        return lines;
    }

    private static String line(SettingsKeys.Key key) {
        return "| `%s` | `%s` | %s | %s |"
                .formatted(
                        key.name(),
                        "SOCLE_" + key.name().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT),
                        key.description()
                                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                                .replaceAll("\\s+", " "),
                        key.defaultValue().isEmpty() ? "" : "`" + key.defaultValue() + "`");
    }
}

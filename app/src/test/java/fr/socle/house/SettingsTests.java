package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTests {

    private static final String METADATA =
            """
            {"properties": [
              {"name": "socle.port", "type": "java.lang.Integer", "description": "the port", "defaultValue": 8080},
              {"name": "socle.database-url", "type": "java.lang.String"},
              {"name": "socle.journal.witnesses", "type": "java.util.List<java.lang.String>"},
              {"name": "socle.doors.<code>.name"},
              {"name": "socle.doors.<code>.opens-at"},
              {"name": "socle.http-port", "deprecation": {"level": "error", "replacement": "socle.port"}},
              {"name": "spring.other"}
            ]}
            """;

    private final Settings settings = new Settings(SettingsKeys.of(METADATA));

    @TempDir Path folder;

    @Test
    void theFileAndTheVariablesSetTheSameThingsAndTheLaterWins() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("socle.yaml"),
                        "port: 1\ndatabase-url: postgresql://x\njournal:\n  witnesses: [a, b]\n");
        settings.file(file).variables(Map.of("SOCLE_PORT", "2", "HOME", "/"));
        assertThat(settings.properties())
                .containsEntry("socle.port", "2")
                .containsEntry("socle.database-url", "postgresql://x")
                .containsEntry("socle.journal.witnesses[1]", "b")
                .hasSize(4);
    }

    @Test
    void aVariableIsWrittenWithUnderscores() {
        settings.variables(Map.of("SOCLE_DATABASE_URL", "x", "SOCLE_JOURNAL_WITNESSES", "a, b"));
        assertThat(settings.properties())
                .containsKeys("socle.database-url", "socle.journal.witnesses");
    }

    @Test
    void aMisspeltKeyStopsTheStartAndNamesTheRightOne() {
        assertThatThrownBy(() -> settings.variables(Map.of("SOCLE_DATABSE_URL", "x")))
                .isInstanceOf(UnknownSetting.class)
                .hasMessageContaining("DATABSE_URL")
                .hasMessageContaining("« database-url »");
    }

    @Test
    void aRetiredKeyStopsTheStartAndNamesItsSuccessor() {
        assertThatThrownBy(() -> settings.set("http-port", 1))
                .isInstanceOf(UnknownSetting.class)
                .hasMessageContaining("« port »");
    }

    @Test
    void oneOfManyBearsItsNameInItsKey() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("socle.yaml"),
                        "doors:\n  back:\n    name: Back\n    opensAt: 8h\n  code:\n    name: Code\n");
        settings.file(file).variables(Map.of("SOCLE_DOORS_GREAT_HALL_OPENS_AT", "9h"));
        assertThat(settings.properties())
                .containsEntry("socle.doors.back.name", "Back")
                .containsEntry("socle.doors.back.opens-at", "8h")
                .containsEntry("socle.doors.code.name", "Code")
                .containsEntry("socle.doors.great-hall.opens-at", "9h");
    }

    @Test
    void aMisspeltKeyOfOneOfManyStopsTheStartToo() {
        for (var wrong :
                List.of("doors.back.nam", "doors.back", "doors.name", "doors.back.side.name")) {
            assertThatThrownBy(() -> settings.set(wrong, "x"))
                    .as(wrong)
                    .isInstanceOf(UnknownSetting.class)
                    .hasMessageContaining("« doors.<code>.name »");
        }
    }

    @Test
    void keysOfOthersAreNotOurs() {
        assertThatThrownBy(() -> settings.set("other", 1)).isInstanceOf(UnknownSetting.class);
    }

    @Test
    void aFileThatIsNotThereSetsNothing() {
        assertThat(settings.file(folder.resolve("absent.yaml")).properties()).isEmpty();
    }
}

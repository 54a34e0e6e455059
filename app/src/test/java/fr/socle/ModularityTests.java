package fr.socle;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Socle.class);

    @Test
    void blocksRespectTheirWalls() {
        modules.verify();
    }

    @Test
    void theBlocksAreDrawnFromTheCode() {
        new Documenter(modules).writeDocumentation();
    }
}

/** Who may obtain which data, on which legal ground, for what purpose. */
@ApplicationModule(
        displayName = "Habilitations",
        allowedDependencies = {
            "kernel",
            "house",
            "house :: command",
            "ui",
            "ui :: access",
            "ui :: form",
            "ui :: api",
            "journal",
            "notifications",
            "directory",
            "pieces",
            "identity",
            "identity :: spi"
        })
@NullMarked
package fr.socle.habilitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Opinions on services, and the Observatoire. */
@ApplicationModule(
        displayName = "Avis",
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
            "demarches",
            "demarches :: spi"
        })
@NullMarked
package fr.socle.avis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Once-only data exchange: the gateway, its decision, its traces. */
@ApplicationModule(
        displayName = "Exchange",
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
            "habilitations",
            "habilitations :: spi"
        })
@NullMarked
package fr.socle.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The person's digital file: procedures, exchanges, proofs. */
@ApplicationModule(
        displayName = "Citoyen",
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
            "habilitations :: spi",
            "exchange",
            "exchange :: spi",
            "demarches",
            "avis"
        })
@NullMarked
package fr.socle.citoyen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

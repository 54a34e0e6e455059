/** Procedures and dossiers: builder, revisions, deposits, case work, decisions. */
@ApplicationModule(
        displayName = "Démarches",
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
            "exchange :: spi"
        })
@NullMarked
package fr.socle.demarches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

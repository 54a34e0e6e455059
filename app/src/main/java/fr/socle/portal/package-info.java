/** Home, search over published procedures, sign-in, back-office entry, legal pages. */
@ApplicationModule(
        displayName = "Portal",
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
            "exchange",
            "demarches",
            "avis",
            "citoyen"
        })
@NullMarked
package fr.socle.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package fr.socle.directory.api;

import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** How callers of every block's API show who they are. */
@Configuration
@SecurityScheme(
        name = "jeton",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        in = SecuritySchemeIn.HEADER,
        bearerFormat = "socle_…",
        description = "Un jeton d’API, créé sous « Jetons d’API » ou par ./socle token")
class ApiDescription {}

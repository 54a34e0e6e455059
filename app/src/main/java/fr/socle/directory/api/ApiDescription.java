package fr.socle.directory.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.context.annotation.Configuration;

/** How callers of every block's API show who they are. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "API de Socle",
                        version = "1",
                        license = @License(name = "Apache-2.0")),
        // because without it the address of the caller's own request is repeated to him
        servers = @Server(url = "/"))
@SecurityScheme(
        name = "jeton",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        in = SecuritySchemeIn.HEADER,
        bearerFormat = "socle_…",
        description = "Un jeton d’API, créé sous « Jetons d’API » ou par ./socle token")
class ApiDescription {}

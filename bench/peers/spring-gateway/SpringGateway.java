import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Passes every question on to one provider: checks nothing, writes nothing. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SpringGateway {

    /**
     * @param args its port, the provider's
     */
    public static void main(String[] args) {
        System.setProperty("server.port", args[0]);
        System.setProperty("provider", "http://localhost:" + args[1]);
        System.setProperty("logging.level.root", "warn");
        System.setProperty("spring.main.banner-mode", "off");
        // because it was made for the previous minor version of Spring Boot
        System.setProperty("spring.cloud.compatibility-verifier.enabled", "false");
        SpringApplication.run(SpringGateway.class);
    }

    @Bean
    public RouteLocator everything(RouteLocatorBuilder routes) {
        return routes.routes()
                .route("everything", it -> it.path("/**").uri(System.getProperty("provider")))
                .build();
    }
}

package fr.socle.ui;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replaces Tomcat's own error page. */
@Configuration(proxyBeanMethods = false)
class ErrorValveConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownErrorPage() {
        return factory ->
                factory.addContextCustomizers(
                        context -> {
                            if (context.getParent() instanceof StandardHost host) {
                                host.setErrorReportValveClass(ErrorValve.class.getName());
                                host.getPipeline().addValve(new ErrorValve());
                            }
                        });
    }
}

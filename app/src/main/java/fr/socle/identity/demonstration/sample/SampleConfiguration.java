package fr.socle.identity.demonstration.sample;

import fr.socle.ui.DemonstrationLink;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a tester finds the sample services. */
@Configuration(proxyBeanMethods = false)
class SampleConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "socle.demonstration", matchIfMissing = true)
    DemonstrationLink sampleServicesLink() {
        return new DemonstrationLink("identity.sample.title", SampleService.BASE, 30);
    }
}

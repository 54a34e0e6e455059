package fr.socle.identity.web;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.FederationSettings;
import fr.socle.identity.federation.Federations;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Stops a start in which a federation would lie where the house has other pages. */
@Component
@ConditionalOnWebApplication
class FederationAddresses implements SmartInitializingSingleton {

    private final Federations federations;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;
    private final ResourceLoader files;

    FederationAddresses(
            Federations federations,
            ObjectProvider<RequestMappingInfoHandlerMapping> mappings,
            ResourceLoader files) {
        this.federations = federations;
        this.mappings = mappings;
        this.files = files;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var added = federations.added();
        if (added.isEmpty()) {
            return;
        }
        var words = firstWords();
        added.stream()
                .map(Federation::code)
                .filter(it -> words.contains(it) || isFile(it))
                .findFirst()
                .ifPresent(
                        it -> {
                            throw FederationSettings.taken(it);
                        });
    }

    private boolean isFile(String code) {
        return files.getResource("classpath:/static/" + code).exists();
    }

    /** Of every address but those of the federations, whose first word is a variable. */
    private Set<String> firstWords() {
        return mappings.stream()
                .flatMap(it -> it.getHandlerMethods().keySet().stream())
                .flatMap(it -> it.getPatternValues().stream())
                .map(it -> it.split("/", 3))
                .filter(it -> it.length > 1)
                .map(it -> it[1])
                .collect(Collectors.toSet());
    }
}

package fr.socle.identity.web;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets a handler take the federation of its address. */
@Component
class FederationConverter implements Converter<String, Federation> {

    private final Federations federations;

    FederationConverter(Federations federations) {
        this.federations = federations;
    }

    @Override
    public Federation convert(String code) {
        return federations.of(code);
    }
}

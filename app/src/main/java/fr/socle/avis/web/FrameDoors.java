package fr.socle.avis.web;

import fr.socle.ui.OpenDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The one door through which a page of this house stands in the page of another site. Nobody is
 * recognised behind it and no cookie is set: whoever tricks a visitor into pressing a button there
 * obtains an open opinion, which he could have given himself.
 */
@Configuration(proxyBeanMethods = false)
class FrameDoors {

    /** What every page behind this door may load; who may show it is added by each form. */
    static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors ";

    /** Before the door of all other pages, which sends away every frame. */
    @Bean
    @Order(2)
    @ConditionalOnWebApplication
    SecurityFilterChain framedDoors() {
        var framed =
                PathPatternRequestMatcher.withDefaults()
                        .matcher("/Demarches/avis/{form}" + FramedFormController.FRAME + "/**");
        return OpenDoor.ofFrames(framed, POLICY + "'none'");
    }
}

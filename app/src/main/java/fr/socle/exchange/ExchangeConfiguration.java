package fr.socle.exchange;

import fr.socle.directory.Role;
import fr.socle.exchange.desk.web.Asked;
import fr.socle.exchange.provider.Breakers;
import fr.socle.exchange.provider.ProviderClient;
import fr.socle.identity.StrongRight;
import fr.socle.ui.DemonstrationLink;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What this block declares, and how patient it is with providers. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    /** Of a whole call, as API Particulier's own wait for its providers. */
    private static final Duration CAP = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    ProviderClient providerClient(JsonMapper json, Clock clock, DnsResolver openAddresses) {
        return new ProviderClient(json, clock, CAP, openAddresses);
    }

    @Bean
    Breakers breakers() {
        return new Breakers(PAUSE);
    }

    @Bean
    Right exchangeObserve() {
        return ExchangeRights.OBSERVE;
    }

    @Bean
    Right exchangeOperate() {
        return ExchangeRights.OPERATE;
    }

    /** Programs, providers and their secrets: as grave as the federations. */
    @Bean
    StrongRight exchangeOperatingStrongly(StrongRight.Maker strong) {
        return strong.of(
                ExchangeRights.OPERATE,
                Asked.HOME,
                List.of(
                        Asked.HOME,
                        Asked.HOME + "/**",
                        "/administration/echanges-jetons",
                        "/administration/echanges-jetons/**",
                        "/administration/echanges-rapprochement/jetons",
                        "/api/exchange/v1/providers/**"));
    }

    @Bean
    Role exchangeOperator() {
        return new Role(
                "operateur-echanges", Set.of(ExchangeRights.OBSERVE, ExchangeRights.OPERATE), true);
    }

    @Bean
    MenuItem consumersMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "exchange.token.menu",
                "/administration/echanges-jetons",
                221,
                ExchangeRights.OPERATE,
                MenuSection.DONNEES);
    }

    @Bean
    MenuItem dataProvidersMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "exchange.desk.menu",
                Asked.HOME,
                222,
                ExchangeRights.OPERATE,
                MenuSection.DONNEES);
    }

    @Bean
    Role exchangeObserver() {
        return new Role("observateur-echanges", Set.of(ExchangeRights.OBSERVE), true);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "socle.demonstration", matchIfMissing = true)
    DemonstrationLink demonstrationDataLink() {
        return new DemonstrationLink("exchange.menu.demonstration", "/demonstration/donnees", 20);
    }

    @Bean
    MenuItem exchangesMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "exchange.menu",
                "/administration/echanges",
                220,
                ExchangeRights.OBSERVE,
                MenuSection.DONNEES);
    }
}

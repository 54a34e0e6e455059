package fr.socle.identity.operator.web;

import fr.socle.directory.Role;
import fr.socle.identity.StrongRight;
import fr.socle.identity.operator.Operating;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operator's right, role and lines of menu. */
@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

    @Bean
    Right identityOperate() {
        return Operating.RIGHT;
    }

    @Bean
    Role exploitant() {
        return new Role(Operating.ROLE, Set.of(Operating.RIGHT), true);
    }

    @Bean
    StrongRight operatingStrongly(StrongRight.Maker strong) {
        return strong.of(
                Operating.RIGHT,
                Asked.HOME,
                List.of(
                        Asked.HOME,
                        Asked.HOME + "/**",
                        Asked.API + "/providers/**",
                        Asked.API + "/services/**",
                        Asked.API + "/people/**",
                        Asked.API + "/banners/**",
                        Asked.API + "/keys/**",
                        Asked.API + "/statistics/**"));
    }

    @Bean
    MenuItem federationsMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "identity.menu.federations",
                Asked.HOME,
                200,
                Operating.RIGHT,
                MenuSection.IDENTITE);
    }

    @Bean
    MenuItem operatorKeysMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "identity.menu.my-keys",
                Asked.MY_KEYS,
                210,
                Operating.RIGHT,
                MenuSection.IDENTITE);
    }
}

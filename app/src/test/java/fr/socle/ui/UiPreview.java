package fr.socle.ui;

import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/**
 * Shows the pages of this block without a database, with a long menu and with the failures of
 * {@link FailuresTest}: run it with {@code --server.port}.
 */
class UiPreview {

    public static void main(String[] args) {
        SpringApplication.run(
                new Class<?>[] {
                    UiHouse.class,
                    UiPreview.class,
                    FailuresTest.Probe.class,
                    DoorsTest.ProbeVisitors.class
                },
                args);
    }

    @Bean
    MenuItem home() {
        return new MenuItem(Space.USAGER, "ui.home", "/", 1, null);
    }

    @Bean
    MenuItem design() {
        return new MenuItem(Space.USAGER, "ui.design.title", "/design", 2, null);
    }

    @Bean
    MenuItem journal() {
        return new MenuItem(Space.USAGER, "ui.footer.journal", "/journal", 3, null);
    }

    @Bean
    MenuItem uses() {
        return new MenuItem(Space.USAGER, "ui.design.timeline", "/usages", 4, null);
    }
}

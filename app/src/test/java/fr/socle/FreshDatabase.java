package fr.socle;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's application an empty database and an empty data folder. */
final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "socle.database-url=" + TestPostgres.freshDatabase(),
                        "socle.data=" + TestFolders.fresh("socle-test"),
                        "spring.datasource.hikari.maximum-pool-size=20")
                .applyTo(context);
        context.getBeanFactory()
                .registerSingleton("oneConnectionAThread", new OneConnectionAThread());
    }
}

package fr.socle;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.jackson.JacksonMixinModuleEntries;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Nobody here writes a {@code @JacksonMixin}. To find that out, Spring Boot reads every class file
 * of the house, 160 MB of memory at each start.
 */
final class NoMixins implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(NoMixins::replace);
    }

    private static void replace(ConfigurableListableBeanFactory beans) {
        var registry = (BeanDefinitionRegistry) beans;
        for (var name : beans.getBeanNamesForType(JacksonMixinModuleEntries.class, false, false)) {
            registry.removeBeanDefinition(name);
            registry.registerBeanDefinition(
                    name,
                    BeanDefinitionBuilder.genericBeanDefinition(
                                    JacksonMixinModuleEntries.class,
                                    () -> JacksonMixinModuleEntries.create(_ -> {}))
                            .getBeanDefinition());
        }
    }
}

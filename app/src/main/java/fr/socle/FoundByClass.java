package fr.socle;

import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/**
 * Our beans bear the name of their class ({@link Socle}): what asks for a class is given the bean
 * of that name. Without it every constructor's every parameter is compared with all beans of the
 * house, a sixth of what a start does one thing after the other.
 */
final class FoundByClass implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
            beans.setAutowireCandidateResolver(new NameOfTheClass());
        }
    }

    private static final class NameOfTheClass extends ContextAnnotationAutowireCandidateResolver {

        @Override
        public String getSuggestedName(DependencyDescriptor wanted) {
            var qualifier = super.getSuggestedName(wanted);
            return qualifier != null ? qualifier : wanted.getDependencyType().getName();
        }
    }
}

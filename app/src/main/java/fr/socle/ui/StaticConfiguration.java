package fr.socle.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Files served as they are, besides those that Boot serves from {@code static/}. */
@Configuration(proxyBeanMethods = false)
class StaticConfiguration implements WebMvcConfigurer {

    private static final CacheControl FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final UiSettings settings;

    StaticConfiguration(UiSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/robots.txt")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(FOR_A_DAY);
        if (settings.theme() != null) {
            theme(registry, Path.of(settings.theme()).toAbsolutePath());
        }
    }

    private static void theme(ResourceHandlerRegistry registry, Path folder) {
        try {
            registry.addResourceHandler("/theme/**")
                    .addResourceLocations(folder.toUri().toString())
                    .setCacheControl(FOR_A_DAY)
                    .resourceChain(true)
                    .addResolver(new ThemeFiles(folder));
        } catch (IOException noFolder) {
            throw new UncheckedIOException("socle.theme is no folder: " + folder, noFolder);
        }
    }
}

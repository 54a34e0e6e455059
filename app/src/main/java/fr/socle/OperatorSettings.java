package fr.socle;

import fr.socle.house.DataFolder;
import fr.socle.house.HouseSettings;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts what the operator set above everything else, before anyone reads a setting: the log is
 * opened early, in the data folder that was asked for.
 *
 * @param given Spring's properties
 */
record OperatorSettings(Map<String, Object> given)
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        event.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("operator", given));
        // a value that cannot be stops the start before anything is opened
        var house = Binder.get(event.getEnvironment()).bindOrCreate("socle", HouseSettings.class);
        // because the log would make both as everyone's
        new DataFolder(house.data()).keepPrivate("socle.log");
    }
}

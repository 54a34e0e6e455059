package fr.socle.pieces;

import fr.socle.house.DataFolder;
import fr.socle.pieces.depot.Depot;
import fr.socle.pieces.depot.FolderDepot;
import fr.socle.pieces.scan.Clamd;
import fr.socle.pieces.scan.NoScanner;
import fr.socle.pieces.scan.Scanner;
import fr.socle.ui.DesignTopic;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the depot and the scanner. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PiecesSettings.class)
class PiecesConfiguration {

    @Bean
    DesignTopic piecesDesignTopic() {
        return new DesignTopic("pieces.design.title", "/design/pieces");
    }

    @Bean
    Depot piecesDepot(DataFolder data) {
        return new FolderDepot(data.folder("pieces"));
    }

    @Bean
    Scanner piecesScanner(PiecesSettings settings) {
        return settings.clamd() == null || settings.clamd().isBlank()
                ? new NoScanner()
                : Clamd.at(settings.clamd(), settings.clamdTimeout());
    }
}

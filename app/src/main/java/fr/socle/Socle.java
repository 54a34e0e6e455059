package fr.socle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The door of the house. */
@SpringBootApplication
@EnableScheduling
public class Socle {

    public static void main(String[] args) {
        SpringApplication.run(Socle.class, args);
    }
}

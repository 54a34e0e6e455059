package fr.socle.identity.partner;

/**
 * Services that know a person by one subject.
 *
 * @param names of the services in it, as people read them
 */
public record Sector(String code, String names) {}

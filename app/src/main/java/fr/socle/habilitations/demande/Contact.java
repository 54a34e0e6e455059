package fr.socle.habilitations.demande;

/** Whom to write to about the data. */
public record Contact(String name, String email) {}
